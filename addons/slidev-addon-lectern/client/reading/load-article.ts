import { restoreAddresses } from '../single-file/parked-addresses.ts'
import { ARTICLE, WRITTEN_ARTICLE } from './article-element.ts'
import { composeArticle } from './compose-article.ts'

let article: Promise<Element> | undefined

/**
 * Returns the talk as an article, the same one each time: the one in the page, in the file or on the site, which
 * `lectern build` has composed, or one that is composed here.
 */
export async function loadArticle(): Promise<Element> {
  article ??= findArticle()
  try {
    return await article
  } catch (error) {
    // It may be there when it is asked for again.
    article = undefined
    throw error
  }
}

// The slides have changed.
import.meta.hot?.on('vite:afterUpdate', () => {
  article = undefined
})

/** Takes the article out of a prerendered page. */
export function takePrerendered(): Element | undefined {
  const prerendered = document.querySelector(`#lectern-prerendered ${ARTICLE}`)
  if (prerendered) {
    prerendered.remove()
    article = Promise.resolve(prerendered)
  }
  return prerendered ?? undefined
}

async function findArticle(): Promise<Element> {
  return readEmbedded() ?? (await fetchArticle()) ?? composeArticle()
}

/** Reads the article of a talk that is one file. */
function readEmbedded(): Element | undefined {
  const found = parseArticle(document.querySelector(`#${WRITTEN_ARTICLE}`)?.textContent ?? '')
  if (found) {
    restoreAddresses(found, window.lecternFiles)
  }
  return found
}

function parseArticle(html: string): Element | undefined {
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector(ARTICLE)
  return found ? document.adoptNode(found) : undefined
}

/** Fetches the article of the site; nothing where there is none. */
async function fetchArticle(): Promise<Element | undefined> {
  if (!import.meta.env.PROD || window.lecternPrerenders || location.protocol === 'file:') {
    return undefined
  }
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}read.html`)
    return parseArticle(answer.ok ? await answer.text() : '')
  } catch {
    // Without a network, the slides may still be there.
    return undefined
  }
}
