import { array, assert, constant, integer, oneof, property, record, tuple } from 'fast-check'
import { expect, it } from 'vitest'

import { toCharstring } from '../../../../print/pdf/fonts/charstring.ts'
import { boundsOf, readGlyph } from '../../../../print/pdf/fonts/outline.ts'
import type { Glyph, Point, Segment } from '../../../../print/pdf/fonts/outline.ts'

/** Reads a charstring again, as a renderer of fonts does. */
function readCharstring(bytes: Uint8Array): Glyph {
  const segments: Segment[] = []
  let numbers: number[] = []
  let advance: number | undefined
  let at: Point = [0, 0]
  const move = (dx: number, dy: number): Point => (at = [at[0] + dx, at[1] + dy])
  const takeAdvance = (expected: number): void => {
    if (advance === undefined) {
      advance = numbers.length > expected ? numbers.shift() : Number.NaN
    }
  }
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte >= 32 && byte <= 246) {
      numbers.push(byte - 139)
    } else if (byte >= 247 && byte <= 250) {
      numbers.push((byte - 247) * 256 + (bytes[++index] ?? 0) + 108)
    } else if (byte >= 251) {
      numbers.push(-(byte - 251) * 256 - (bytes[++index] ?? 0) - 108)
    } else if (byte === 28) {
      numbers.push(((((bytes[++index] ?? 0) << 8) | (bytes[++index] ?? 0)) << 16) >> 16)
    } else {
      if (numbers.length > 48) {
        throw new Error('More numbers than a renderer keeps.')
      }
      if (byte === 21) {
        takeAdvance(2)
        segments.push({ kind: 'move', to: move(numbers[0] ?? 0, numbers[1] ?? 0) })
      } else if (byte === 5) {
        for (let each = 0; each < numbers.length; each += 2) {
          segments.push({ kind: 'line', to: move(numbers[each] ?? 0, numbers[each + 1] ?? 0) })
        }
      } else if (byte === 8) {
        for (let each = 0; each < numbers.length; each += 6) {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.slice(each, each + 6)
          segments.push({ kind: 'curve', controls: [move(a, b), move(c, d)], to: move(e, f) })
        }
      } else if (byte === 14) {
        takeAdvance(0)
        return { advance: advance ?? Number.NaN, segments }
      }
      numbers = []
    }
  }
  throw new Error('The glyph does not end.')
}

const COORDINATE = integer({ min: -4000, max: 4000 })
const POINT = tuple(COORDINATE, COORDINATE)
const SEGMENT = oneof(
  record({ kind: constant('line' as const), to: POINT }),
  record({ kind: constant('curve' as const), controls: tuple(POINT, POINT), to: POINT }),
)
const CONTOUR = tuple(POINT, array(SEGMENT, { maxLength: 40 })).map(([to, rest]): Segment[] => [
  { kind: 'move', to },
  ...rest,
])
const GLYPH = record({
  advance: integer({ min: 0, max: 4000 }),
  segments: array(CONTOUR, { maxLength: 4 }).map((contours) => contours.flat()),
})

it('holds any outline and its width', () => {
  assert(
    property(GLYPH, (glyph) => {
      expect(readCharstring(toCharstring(glyph))).toEqual(glyph)
    }),
  )
})

it('reads an outline that the browser wrote upside down, and closes it', () => {
  const glyph = readGlyph('600 0 0 0 0 0 d1\n10 20.4 m\n30 -40 l\n1 2 3 4 5 6 c\nh\nf\n', true)
  expect(glyph).toEqual({
    advance: 600,
    segments: [
      { kind: 'move', to: [10, -20] },
      { kind: 'line', to: [30, 40] },
      {
        kind: 'curve',
        controls: [
          [1, -2],
          [3, -4],
        ],
        to: [5, -6],
      },
    ],
  })
  expect(boundsOf([glyph ?? { advance: 0, segments: [] }])).toEqual([0, -20, 30, 40])
})
