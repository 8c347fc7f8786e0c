import { createIndex, readIndex, SEARCH_ELEMENT, SEARCH_INDEX } from './slide-index.ts'
import type { SlideIndex } from './slide-index.ts'
import { readRecord } from './slide-record.ts'

let index: SlideIndex | undefined

/**
 * Loads the talk's search index: from the page, from the site, or else from the slides, which are drawn for it. It is
 * loaded once.
 *
 * @param loadArticle - Returns an element with a section for each slide.
 * @throws {TypeError} when there is no connection.
 */
export async function loadIndex(loadArticle: () => Promise<Element>): Promise<SlideIndex> {
  index ??= (await findIndex()) ?? (await indexArticle(loadArticle))
  return index
}

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
  const sections = (await loadArticle()).querySelectorAll('[data-slide]')
  return createIndex([...sections].map(readRecord))
}
