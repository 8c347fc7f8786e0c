import type { Glyph, Point } from './outline.ts'

/** Operators of Type 2 charstrings. */
const OPERATORS = { rlineto: 5, rrcurveto: 8, endchar: 14, rmoveto: 21 } as const

/** Most numbers that one operator takes: 48, of which curves take six and lines two each. */
const MOST_NUMBERS = 48

/**
 * Returns a glyph as a Type 2 charstring.
 *
 * @see Adobe Technical Note 5177, The Type 2 Charstring Format
 */
export function toCharstring({ advance, segments }: Glyph): Uint8Array {
  const writer = new CharstringWriter(Math.round(advance))
  for (const segment of segments) {
    switch (segment.kind) {
      case 'move': {
        writer.add('rmoveto', [segment.to])
        break
      }
      case 'line': {
        writer.add('rlineto', [segment.to])
        break
      }
      default: {
        writer.add('rrcurveto', [...segment.controls, segment.to])
      }
    }
  }
  return writer.finish()
}

class CharstringWriter {
  readonly #bytes: number[] = []
  /** The first operator takes the width as well. */
  #numbers: number[]
  #operator: keyof typeof OPERATORS | undefined
  #at: Point = [0, 0]

  constructor(advance: number) {
    this.#numbers = [advance]
  }

  /** Adds an operator, joined to the one before it where both are the same; each move stands alone. */
  add(operator: keyof typeof OPERATORS, points: readonly Point[]): void {
    const isFull = this.#numbers.length + points.length * 2 > MOST_NUMBERS
    if (this.#operator && (this.#operator !== operator || operator === 'rmoveto' || isFull)) {
      this.#flush()
    }
    this.#operator = operator
    for (const [x, y] of points) {
      this.#numbers.push(x - this.#at[0], y - this.#at[1])
      this.#at = [x, y]
    }
  }

  finish(): Uint8Array {
    this.#flush()
    this.#operator = 'endchar'
    this.#flush()
    return Uint8Array.from(this.#bytes)
  }

  #flush(): void {
    if (this.#operator) {
      for (const number of this.#numbers) {
        this.#bytes.push(...encodeInteger(number))
      }
      this.#bytes.push(OPERATORS[this.#operator])
      this.#numbers = []
      this.#operator = undefined
    }
  }
}

/** Encodes a whole number as charstrings and dictionaries of CFF do, from -32768 to 32767. */
export function encodeInteger(value: number): number[] {
  if (value >= -107 && value <= 107) {
    return [value + 139]
  }
  if (value >= 108 && value <= 1131) {
    return [Math.floor((value - 108) / 256) + 247, (value - 108) % 256]
  }
  if (value >= -1131 && value <= -108) {
    return [Math.floor((-value - 108) / 256) + 251, (-value - 108) % 256]
  }
  const clamped = Math.max(-32_768, Math.min(32_767, value))
  return [28, ...twoBytes(clamped)]
}

/** Returns the high and the low byte of a number. */
export function twoBytes(value: number): [number, number] {
  return [Math.floor(value / 256) & 0xff, value & 0xff]
}
