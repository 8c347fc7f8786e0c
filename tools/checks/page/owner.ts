import { closestDrawn, drawnElements } from './drawn-tree.ts'

/** Attributes that make a browser fetch something. */
const FETCHING = ['src', 'href', 'srcset', 'poster', 'data', 'style']

/** The element that names an address. */
export interface Owner {
  /** Number of its slide; `undefined` in the page's head or around the slides. */
  slide?: number
  /** Such as `<iframe>`. */
  tag: string
}

/**
 * The element that names an address, one of a slide before one of the page's head.
 *
 * @returns `undefined` when none of the page does.
 */
export function findOwner(url: string): Owner | undefined {
  const owners = [...drawnElements(document.documentElement)]
    .filter((element) => FETCHING.some((name) => element.getAttribute(name)?.includes(url)))
    .map((element): Owner => {
      const slide = closestDrawn(element, '[data-slidev-no]')?.getAttribute('data-slidev-no')
      return { tag: `<${element.localName}>`, ...(slide ? { slide: Number(slide) } : {}) }
    })
  return owners.find(({ slide }) => slide !== undefined) ?? owners[0]
}
