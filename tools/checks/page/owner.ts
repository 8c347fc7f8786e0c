import { closestDrawn, drawnElements } from './drawn-tree.ts'

/** Attributes that make a browser fetch something. */
const FETCHING = ['src', 'href', 'srcset', 'poster', 'data', 'style']

/**
 * Number of the slide with an element that names an address.
 *
 * @returns `undefined` when no mounted slide has one.
 */
export function findOwnerSlide(url: string): number | undefined {
  for (const element of drawnElements(document.body)) {
    const isOwner = FETCHING.some((name) => element.getAttribute(name)?.includes(url))
    const slide = isOwner ? closestDrawn(element, '[data-slidev-no]') : undefined
    if (slide) {
      return Number(slide.getAttribute('data-slidev-no'))
    }
  }
  return undefined
}
