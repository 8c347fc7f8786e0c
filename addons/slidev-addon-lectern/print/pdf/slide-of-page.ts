import type { SlideModel } from '../../deck/read-deck.ts'
import { joinLines } from '../../deck/source-lines.ts'
import { toVisibleText } from '../../deck/visible-text.ts'
import type { Destination } from './links.ts'

/** Place of which the slide is wanted. */
export interface PlaceOnPage {
  /** 1-based; `undefined` for the whole document. */
  page?: number
  /** Words at the place. */
  text?: string
}

/**
 * Returns the number of the slide that a place belongs to, where pages hold several slides: the one that has the words
 * in the author's file. `undefined` where that is not known.
 */
export function findSlideOfPlace(
  { page, text }: PlaceOnPage,
  destinations: ReadonlyMap<number, Destination>,
  slides: readonly SlideModel[],
): number | undefined {
  if (page === undefined) {
    return undefined
  }
  const starts = [...destinations].toSorted(([, a], [, b]) => a.page - b.page || b.top - a.top)
  const own = starts.filter(([, at]) => at.page === page - 1)
  // A slide's notes go on to the next page.
  const before = starts.findLast(([, at]) => at.page < page - 1)
  const candidates = [...(before ? [before] : []), ...own].map(([number]) => number)
  const words = normalize(text ?? '')
  const named = candidates.find((number) => {
    const { contentLines = [], noteLines = [] } = slides[number - 1] ?? {}
    const lines = [...contentLines, ...noteLines]
    return words !== '' && normalize(toVisibleText(joinLines(lines))).includes(words)
  })
  return named ?? (candidates.length === 1 ? candidates[0] : undefined)
}

function normalize(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}
