import { closestDrawn, drawnElements } from './drawn-tree.ts'

/** Attributes that make a browser fetch something; those of a link do not. */
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
    .filter((element) => element.localName !== 'a' && names(element, url))
    .map((element): Owner => {
      const slide = closestDrawn(element, '[data-slidev-no]')?.getAttribute('data-slidev-no')
      return { tag: `<${element.localName}>`, ...(slide ? { slide: Number(slide) } : {}) }
    })
  return owners.find(({ slide }) => slide !== undefined) ?? owners[0]
}

function names(element: Element, url: string): boolean {
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
