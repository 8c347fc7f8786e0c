import { parseRangeString } from '@slidev/parser'

const RANGE_RE = /^\s*\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*\s*$/

/**
 * Numbers of the slides that a range such as `3,12-16` names, in order.
 *
 * @param total - Number of slides of the deck.
 * @param range - All slides when it is not given.
 * @throws {Error} when it is no range, or names a slide that the deck does not have.
 */
export function chooseSlides(total: number, range?: string): number[] {
  if (range !== undefined && !RANGE_RE.test(range)) {
    throw new Error(`"${range}" names no slides. Write them as 3, 12-16 or 3,12-16.`)
  }
  const highest = Math.max(0, ...(range?.match(/\d+/g) ?? []).map(Number))
  const slides = parseRangeString(total, range)
  if (highest > total || slides.length === 0) {
    throw new Error(`There is no slide "${range}": the deck has ${total} slides.`)
  }
  return slides
}
