import { parseRangeString } from '@slidev/parser'

const RANGE_RE = /^\s*\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*\s*$/

/**
 * Numbers of the slides that a range such as `3,12-16` names, in order.
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
  const named = (range?.match(/\d+/g) ?? []).map(Number)
  const slides = parseRangeString(total, range)
  if (named.some((number) => number < 1 || number > total) || slides.length === 0) {
    throw new Error(`There is no slide "${range}": the deck has ${total} slides.`)
  }
  return slides
}
