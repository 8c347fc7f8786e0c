import { composeArticle } from './compose-article.ts'

/** Selects the article, whose children are a section for each slide. */
export const ARTICLE = '.lectern-article'

let article: Promise<Element> | undefined

/**
 * Returns the talk as an article, the same one each time: the one in the page or on the site, which `lectern build` has
 * composed, or one that is composed here.
 */
export async function loadArticle(): Promise<Element> {
  article ??= fetchArticle().then(async (fetched) => fetched ?? composeArticle())
  return article
}

/** Takes the article out of a prerendered page. */
export function takePrerendered(): Element | undefined {
  const prerendered = document.querySelector(`#lectern-prerendered ${ARTICLE}`)
  if (prerendered) {
    prerendered.remove()
    article = Promise.resolve(prerendered)
  }
  return prerendered ?? undefined
}

/** Fetches the article of the site; nothing where there is none. */
async function fetchArticle(): Promise<Element | undefined> {
  if (!import.meta.env.PROD || window.lecternPrerenders || location.protocol === 'file:') {
    return undefined
  }
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}read.html`)
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html')
    const found = page.querySelector(ARTICLE)
    return found ? document.adoptNode(found) : undefined
  } catch {
    // Without a network, the slides may still be there.
    return undefined
  }
}
