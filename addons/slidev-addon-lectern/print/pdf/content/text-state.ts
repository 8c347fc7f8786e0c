import type { ReadFont } from './stream-fonts.ts'

/** A transformation of coordinates, as the operator `cm` has it. */
type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Least distance of two lines as a share of the font size; a raised or lowered letter is nearer to its line. */
const LEAST_LEADING = 0.8

/** The font that a stream shows text in, and where. */
export class TextState {
  #font: ReadFont | undefined
  readonly #saved: { font: ReadFont | undefined; matrix: Matrix }[] = []
  #matrix = IDENTITY
  #fontSize = 0
  /** Where text is placed now, in the coordinates of `cm`. */
  #left = 0
  #baseline = 0
  #shownBaseline = 0

  get font(): ReadFont | undefined {
    return this.#font
  }

  /** Where text is placed now, and the size of its font, in the coordinates of the stream. */
  get place(): TextPlace {
    const [a, b, c, d, e, f] = this.#matrix
    const [x, y] = [this.#left, this.#baseline]
    return {
      x: a * x + c * y + e,
      y: b * x + d * y + f,
      size: this.#fontSize * Math.hypot(a, b),
    }
  }

  save(): void {
    this.#saved.push({ font: this.#font, matrix: this.#matrix })
  }

  restore(): void {
    const { font, matrix } = this.#saved.pop() ?? { font: undefined, matrix: IDENTITY }
    this.#font = font
    this.#matrix = matrix
  }

  setFont(font: ReadFont | undefined, size: number): void {
    this.#font = font
    this.#fontSize = size
  }

  /** Places text as the operator `Tm` does. */
  moveTo(operands: readonly number[]): void {
    this.#left = operands[4] ?? 0
    this.#baseline = operands[5] ?? 0
  }

  /** Moves on along the line, as the operator `Td` does. */
  moveBy([x = 0]: readonly number[]): void {
    this.#left += x
  }

  /** Transforms what follows as the operator `cm` does. */
  transform([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): void {
    const [outerA, outerB, outerC, outerD, outerE, outerF] = this.#matrix
    this.#matrix = [
      a * outerA + b * outerC,
      a * outerB + b * outerD,
      c * outerA + d * outerC,
      c * outerB + d * outerD,
      e * outerA + f * outerC + outerE,
      e * outerB + f * outerD + outerF,
    ]
  }

  /** Notes that text is shown, and tells whether it begins another line. */
  show(): boolean {
    const isOther = Math.abs(this.#baseline - this.#shownBaseline) > LEAST_LEADING * this.#fontSize
    this.#shownBaseline = this.#baseline
    return isOther
  }
}

/** Where a text begins, and the size of its font. */
export interface TextPlace {
  x: number
  y: number
  size: number
}
