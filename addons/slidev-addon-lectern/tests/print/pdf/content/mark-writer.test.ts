import { array, assert, constantFrom, integer, letrec, oneof, property, tuple } from 'fast-check'
import { PDFRef } from 'pdf-lib'
import { expect, it } from 'vitest'

import { markContent } from '../../../../print/pdf/content/mark-content.ts'
import type { Slot } from '../../../../print/pdf/content/mark-writer.ts'
import { readOperators } from '../../../../print/pdf/content/read-operators.ts'
import { StreamReader } from '../../../../print/pdf/content/stream-reader.ts'
import { listMarked, listUnmarked } from './marked-operators.ts'

/** Operators that stay together. */
const STEP = constantFrom(
  '(a) Tj',
  '[(b) -3 (c)] TJ',
  '0 0 9 9 re f',
  '0 0 m 9 9 l S',
  '0 0 9 9 re W n',
  '1 0 0 rg',
  '/Im0 Do',
  '/F1 9 Tf',
  '/Span <</ActualText (x)>> BDC (d) Tj EMC',
)
const { nested: NESTED } = letrec<{ nested: string[] }>((tie) => ({
  nested: array(
    oneof(
      { depthSize: 'small', withCrossShrink: true },
      STEP.map((step) => [step]),
      tuple(constantFrom(['q', 'Q'] as const, ['BT', 'ET'] as const), tie('nested')).map(
        ([[open, close], steps]) => [open, ...steps, close],
      ),
    ),
    { maxLength: 6 },
  ).map((steps) => steps.flat()),
}))
/** Marks that are opened and closed before the steps, wherever they are nested; 0 to 3 opens that mark. */
const CHANGES = array(integer({ min: -8, max: 8 }), { maxLength: 60 })

/** Adds marks to steps without regard to how the steps are nested, as a browser may. */
function addMarks(steps: readonly string[], changes: readonly number[]): string {
  let open = 0
  const marked = steps.flatMap((each, index) => {
    // Text over the same text would be its shadow.
    const step = each === 'BT' ? `BT 1 0 0 1 ${99 * index} 0 Tm` : each
    const change = changes[index] ?? -1
    if (change >= 0 && change <= 3) {
      open += 1
      return [`/P <</MCID ${change}>> BDC`, step]
    }
    if (change > 3 && open > 0) {
      open -= 1
      return ['EMC', step]
    }
    return [step]
  })
  return [...marked, ...Array.from({ length: open }, () => 'EMC')].join('\n')
}

/** Returns for each operator that paints the innermost mark of the browser. */
function listOwners(content: string): (number | undefined)[] {
  const open: (number | undefined)[] = []
  return readOperators(Buffer.from(content)).flatMap(({ name, operands }) => {
    if (name === 'BDC') {
      const [, properties] = operands
      const mark = properties instanceof Map ? properties.get('MCID') : undefined
      open.push(typeof mark === 'number' ? mark : open.at(-1))
    } else if (name === 'EMC') {
      open.pop()
    }
    return ['Tj', 'TJ', 'f', 'S', 'Do'].includes(name) ? [open.at(-1)] : []
  })
}

it('keeps all operators in order, and puts each that paints into one mark of its element', () => {
  assert(
    property(NESTED, CHANGES, (steps, changes) => {
      const content = addMarks(steps, changes)
      const ref = PDFRef.of(1)
      const bytes = Buffer.from(content)
      const reader = new StreamReader({ ref, bytes, fonts: new Map() })
      reader.readAll()
      const { nodes, forms, pieces } = reader
      // The elements of the marks 0 and 1 stay; the others are taken out.
      const slots = [0, 1].map((): Slot => ({ role: 'P', isPicture: false, runs: [] }))
      const slotOfPiece = new Map(
        slots.flatMap((slot, mark) => (pieces.get(mark) ?? []).map((piece) => [piece, slot])),
      )
      const stream = { ref, page: ref, isForm: false, bytes, nodes, forms, pieces }
      const marked = markContent(stream, slotOfPiece, () => false)
      expect(listUnmarked(marked.bytes)).toEqual(listUnmarked(bytes))
      const numbers = new Map(
        slots.flatMap(({ runs }, slot) => runs.map(({ mark }) => [mark, slot] as const)),
      )
      expect(marked.slots).toEqual(
        [...numbers.keys()].toSorted((a, b) => a - b).map((mark) => slots[numbers.get(mark) ?? -1]),
      )
      const expected = listOwners(content).map((mark) =>
        mark === 0 || mark === 1 ? [mark] : ['Artifact'],
      )
      const owners = listMarked(marked.bytes).map(({ marks }) =>
        marks.map((each) => (each === 'Artifact' ? each : numbers.get(Number(each.slice(2))))),
      )
      expect(owners).toEqual(expected)
    }),
  )
})
