import { readOperators } from '../../../../print/pdf/content/read-operators.ts'

/** An operator that paints, and the marks around it, such as `P 3` or `Artifact`. */
export interface MarkedOperator {
  operator: string
  marks: readonly string[]
}

const PAINTING: ReadonlySet<string> = new Set('f F f* S s B B* b b* Tj TJ \' " Do sh EI'.split(' '))
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['Q', 'q'],
  ['ET', 'BT'],
  ['EMC', 'mark'],
])

/**
 * Lists what a stream paints.
 *
 * @throws {Error} if marks and other pairs of operators overlap, or if one is not closed.
 */
export function listMarked(bytes: Uint8Array): MarkedOperator[] {
  const painted: MarkedOperator[] = []
  const open: { kind: string; mark?: string }[] = []
  for (const { name, nameOperand, operands, written } of readOperators(bytes)) {
    const opening = CLOSING.get(name)
    if (name === 'q' || name === 'BT') {
      open.push({ kind: name })
    } else if (name === 'BDC' || name === 'BMC') {
      const number = operands.map((each) => (each instanceof Map ? each.get('MCID') : undefined))[1]
      const isText = name === 'BDC' && number === undefined
      const mark = number === undefined ? nameOperand : `${nameOperand} ${String(number)}`
      open.push({ kind: 'mark', mark: isText ? undefined : mark })
    } else if (opening !== undefined && open.pop()?.kind !== opening) {
      throw new Error(`${name} closes something else.`)
    } else if (PAINTING.has(name)) {
      const marks = open.flatMap(({ mark }) => (mark === undefined ? [] : [mark]))
      painted.push({ operator: written, marks })
    }
  }
  if (open.length > 0) {
    throw new Error(`${open.map(({ kind }) => kind).join(', ')} is not closed.`)
  }
  return painted
}

/** Lists the operators of a stream as they are written, but those that mark content; text that stands for others stays. */
export function listUnmarked(bytes: Uint8Array): string[] {
  const operators: string[] = []
  const open: boolean[] = []
  for (const { name, operands, written } of readOperators(bytes)) {
    let stays = true
    if (name === 'BDC' || name === 'BMC') {
      stays = operands.some((each) => each instanceof Map && each.has('ActualText'))
      open.push(stays)
    } else if (name === 'EMC') {
      stays = open.pop() === true
    }
    if (stays) {
      operators.push(written)
    }
  }
  return operators
}
