/** Part of an outline, which goes on from where the one before it ended. Coordinates are absolute, y upward. */
export type Segment =
  | { kind: 'move' | 'line'; to: Point }
  | { kind: 'curve'; controls: readonly [Point, Point]; to: Point }

/** x and y in units of the font. */
export type Point = readonly [x: number, y: number]

/** A glyph: its outline, which is filled by the nonzero rule, and its advance width in units of the font. */
export interface Glyph {
  advance: number
  segments: readonly Segment[]
}

/**
 * Reads a glyph from the procedure of a Type 3 font.
 *
 * @param procedure - Content stream as Chromium writes it: numbers and operators, separated by white space.
 * @param isFlipped - Whether y is downward there.
 * @returns `undefined` for a glyph that is no plain outline, such as one with colors.
 */
export function readGlyph(procedure: string, isFlipped: boolean): Glyph | undefined {
  const segments: Segment[] = []
  let advance: number | undefined
  let numbers: number[] = []
  for (const word of procedure.split(/\s+/)) {
    const number = Number(word)
    if (word === '') {
      continue
    }
    if (!Number.isNaN(number)) {
      numbers.push(number)
      continue
    }
    if (word === 'd1') {
      advance = numbers[0]
    } else if (!addSegments(segments, word, numbers, isFlipped ? -1 : 1)) {
      return undefined
    }
    numbers = []
  }
  return advance === undefined ? undefined : { advance, segments }
}

/** Adds what an operator draws. Returns whether it is one of an outline. */
function addSegments(
  segments: Segment[],
  operator: string,
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[],
  up: 1 | -1,
): boolean {
  switch (operator) {
    case 'm': {
      segments.push({ kind: 'move', to: toPoint(a, b, up) })
      return true
    }
    case 'l': {
      segments.push({ kind: 'line', to: toPoint(a, b, up) })
      return true
    }
    case 'c': {
      segments.push({
        kind: 'curve',
        controls: [toPoint(a, b, up), toPoint(c, d, up)],
        to: toPoint(e, f, up),
      })
      return true
    }
    case 're': {
      segments.push(
        { kind: 'move', to: toPoint(a, b, up) },
        { kind: 'line', to: toPoint(a + c, b, up) },
        { kind: 'line', to: toPoint(a + c, b + d, up) },
        { kind: 'line', to: toPoint(a, b + d, up) },
      )
      return true
    }
    default: {
      // Each contour of a font is closed and filled.
      return operator === 'h' || operator === 'f'
    }
  }
}

function toPoint(x: number, y: number, up: 1 | -1): Point {
  return [Math.round(x), Math.round(y * up)]
}

/** Returns the least and greatest x and y of outlines: left, bottom, right, top. */
export function boundsOf(glyphs: Iterable<Glyph>): [number, number, number, number] {
  const bounds: [number, number, number, number] = [0, 0, 0, 0]
  for (const { segments } of glyphs) {
    for (const { to } of segments) {
      bounds[0] = Math.min(bounds[0], to[0])
      bounds[1] = Math.min(bounds[1], to[1])
      bounds[2] = Math.max(bounds[2], to[0])
      bounds[3] = Math.max(bounds[3], to[1])
    }
  }
  return bounds
}
