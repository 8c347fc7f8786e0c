/** Characters that take up room before and after a number, so that it lines up with others. */
export interface Padding {
  before: string
  after: string
}

const NUMBER_RE = /^(\d[\d,]*)((?:\.\d+)?)$/

/**
 * Finds the padding by which the decimal points of a column's numbers line up, in figures of one width: as many
 * characters as the longest number has more, before the point and after it. Other texts get none.
 */
export function alignPoints(texts: readonly string[]): Padding[] {
  const numbers = texts.map((text) => NUMBER_RE.exec(text))
  const longest = (part: 1 | 2): string =>
    numbers
      .map((number) => number?.[part] ?? '')
      .reduce((one, other) => (other.length > one.length ? other : one), '')
  const [whole, fraction] = [longest(1), longest(2)]
  return numbers.map((number) =>
    number
      ? {
          before: whole.slice(0, whole.length - (number[1] ?? '').length),
          after: fraction.slice((number[2] ?? '').length),
        }
      : { before: '', after: '' },
  )
}
