const RANGE_RE = /^\s*\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*\s*$/

/**
 * Returns the numbers of the slides in a range such as `3,12-16`, in order.
 *
 * @param total - Number of slides of the deck.
 * @param range - All slides when it is not given.
 * @throws {Error} when it is no range, names a slide that the deck does not have, or the deck has none.
 */
export function chooseSlides(total: number, range?: string): number[] {
  if (range !== undefined && !RANGE_RE.test(range)) {
    throw new Error(`"${range}" names no slides. Write them as 3, 12-16 or 3,12-16.`)
  }
  if (total === 0) {
    throw new Error('The deck has no slides.')
  }
  const parts = (range ?? `1-${total}`).split(',').map((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return { first, last }
  })
  if (parts.some(({ first, last }) => first < 1 || first > last || last > total)) {
    throw new Error(`There is no slide "${range}": the deck has ${total} slides.`)
  }
  const numbers = Array.from({ length: total }, (_, index) => index + 1)
  return numbers.filter((number) =>
    parts.some(({ first, last }) => number >= first && number <= last),
  )
}
