import { parseUrl } from '../../client/parse-url.ts'
import { closestDrawn, drawnElements } from '../slide/drawn-tree.ts'

/** Attributes that make a browser fetch an address. The `href` of `<a>` does not. */
const FETCHING = ['src', 'href', 'srcset', 'poster', 'data', 'style']

/** Names the element that names the page's icon. */
export const ICON_TAG = '<link rel="icon">'

/** The elements that make the browser request an address. */
export interface Requester {
  /** Numbers of their slides; none if they are in the page's head or around the slides. */
  slides: number[]
  /** Such as `<iframe>` or `<link rel="icon">`. */
  tag: string
}

/**
 * Finds the elements that request an address, preferably those on slides.
 *
 * @returns `undefined` if there is none.
 */
export function findRequester(url: string): Requester | undefined {
  const requesters = [...drawnElements(document.documentElement)]
    .filter((element) => element.localName !== 'a' && hasAddress(element, url))
    .map((element) => {
      const slide = closestDrawn(element, '[data-slidev-no]')?.getAttribute('data-slidev-no')
      return { tag: tagOf(element), slide: slide ? Number(slide) : undefined }
    })
  const first = requesters.find(({ slide }) => slide !== undefined) ?? requesters[0]
  const slides = requesters.flatMap(({ slide }) => slide ?? [])
  return first && { tag: first.tag, slides: [...new Set(slides)].toSorted((a, b) => a - b) }
}

function tagOf(element: Element): string {
  const isIcon = element instanceof HTMLLinkElement && element.relList.contains('icon')
  return isIcon ? ICON_TAG : `<${element.localName}>`
}

function hasAddress(element: Element, url: string): boolean {
  return FETCHING.some((name) => {
    const value = element.getAttribute(name)
    return name === 'style' || name === 'srcset' ? value?.includes(url) : isSame(value, url)
  })
}

function isSame(value: string | null, url: string): boolean {
  return value !== null && parseUrl(value)?.href === url
}
