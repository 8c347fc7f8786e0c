import { closestDrawn, drawnElements } from '../slide/drawn-tree.ts'

/** Attributes that make a browser fetch an address. The `href` of `<a>` does not. */
const FETCHING = ['src', 'href', 'srcset', 'poster', 'data', 'style']

/** An element that makes the browser request an address. */
export interface Requester {
  /** Number of its slide; `undefined` if it is in the page's head or around the slides. */
  slide?: number
  /** Such as `<iframe>`. */
  tag: string
}

/**
 * Finds the element that requests an address, preferably one on a slide.
 *
 * @returns `undefined` if there is none.
 */
export function findRequester(url: string): Requester | undefined {
  const requesters = [...drawnElements(document.documentElement)]
    .filter((element) => element.localName !== 'a' && hasAddress(element, url))
    .map((element): Requester => {
      const slide = closestDrawn(element, '[data-slidev-no]')?.getAttribute('data-slidev-no')
      return { tag: `<${element.localName}>`, ...(slide ? { slide: Number(slide) } : {}) }
    })
  return requesters.find(({ slide }) => slide !== undefined) ?? requesters[0]
}

function hasAddress(element: Element, url: string): boolean {
  return FETCHING.some((name) => {
    const value = element.getAttribute(name)
    return name === 'style' || name === 'srcset' ? value?.includes(url) : isSame(value, url)
  })
}

function isSame(value: string | null, url: string): boolean {
  return value !== null && URL.canParse(value, location.href)
    ? new URL(value, location.href).href === url
    : false
}
