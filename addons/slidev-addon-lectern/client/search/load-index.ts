import { createIndex, readIndex, SEARCH_ELEMENT, SEARCH_INDEX } from './slide-index.ts'
import type { SlideIndex } from './slide-index.ts'
import { readRecord } from './slide-record.ts'

/** Says that a site has no search index, and that its slides cannot be read for one. */
export class NoIndexError extends Error {}

let index: SlideIndex | undefined

/**
 * Loads the talk's search index: from the page, from the site, or else from the slides, which are drawn for it. It is
 * loaded once.
 *
 * @param loadArticle - Returns an element with a section for each slide.
 * @throws {TypeError} when there is no connection.
 * @throws {NoIndexError} when there is no index and the slides cannot be drawn.
 */
export async function loadIndex(loadArticle: () => Promise<Element>): Promise<SlideIndex> {
  index ??= (await findIndex()) ?? (await indexArticle(loadArticle))
  return index
}

// The slides have changed.
import.meta.hot?.on('vite:afterUpdate', () => {
  index = undefined
})

/** Reads the index that `lectern build` wrote; returns nothing where there is none. */
async function findIndex(): Promise<SlideIndex | undefined> {
  const written = document.querySelector(`#${SEARCH_ELEMENT}`)?.textContent ?? (await fetchIndex())
  try {
    return readIndex(written)
  } catch {
    // The development server answers with the deck's page, and hosts say that there is none.
    return undefined
  }
}

async function fetchIndex(): Promise<string> {
  const answer = await fetch(import.meta.env.BASE_URL + SEARCH_INDEX)
  return answer.text()
}

async function indexArticle(loadArticle: () => Promise<Element>): Promise<SlideIndex> {
  try {
    const sections = (await loadArticle()).querySelectorAll('[data-slide]')
    return createIndex([...sections].map(readRecord))
  } catch (cause) {
    throw new NoIndexError('The site has no search index, and its slides cannot be drawn.', {
      cause,
    })
  }
}
