import { loadFonts } from '../load-fonts.ts'

/** Matches a family that holds a page's subset of another one, as `site/prerender/font-rules.ts` names it. */
const SUBSET_RE = / Page"?$/

/**
 * Changes a prerendered article from the subsets in its page to the deck's whole fonts, once these are there: nothing
 * moves, and live figures have the characters and weights that they need.
 */
export async function useWholeFonts(article: Element): Promise<void> {
  await loadFonts(article, (family) => SUBSET_RE.test(family))
  document.querySelector('[data-lectern-stacks]')?.remove()
}
