import type { Copying } from './copying.ts'

/** Matches elements that a click shows or hides: an article has them, unless another one takes their place. */
const CLICKED = '[class*=slidev-vclick]'

/** Matches a block of code that is one of a group, as tabs. */
export const TAB = '.slidev-code-group .slidev-code-wrapper'

/** Matches elements that are no content, and marks that are drawn around words. */
const NO_CONTENT =
  'script, style, template, noscript, link, meta, lectern-figure, .rough-annotation, .slidev-code-group-tabs'

/**
 * Matches images that live figures cover, and the tabs of a group of code, which an article has one below the other.
 */
const COVERED = `img[data-lectern-figure], ${TAB}`

/** Whether readers of the slide do not get an element, at any of its steps. */
export function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.matches(NO_CONTENT)) {
    return true
  }
  if (element.matches(COVERED)) {
    return false
  }
  return (
    (style.display === 'none' && !element.matches(CLICKED)) ||
    (style.visibility === 'hidden' && !element.closest(CLICKED))
  )
}

/**
 * Whether an element is a button that says nothing but to screen readers, such as Slidev's own: it is dead in an
 * article.
 */
export function isIconButton(element: Element): boolean {
  if (!element.matches('button, [role=button]') || element.querySelector('img')) {
    return false
  }
  const words = [...element.querySelectorAll('*')]
    .filter((part) => isForReaders(part, getComputedStyle(part)))
    .reduce(
      (text, { textContent }) => text.replace(textContent ?? '', ''),
      element.textContent ?? '',
    )
  return words.trim() === ''
}

/** Whether an element is only for screen readers: 1 px wide, and cut. */
export function isForReaders(element: Element, { position }: CSSStyleDeclaration): boolean {
  const { width, height } = element.getBoundingClientRect()
  return position === 'absolute' && width <= 1 && height <= 1 && element.textContent !== ''
}

/** Share of a slide's height in which its number stands, from the lower and the upper edge. */
const EDGE_SHARE = 0.15

/** Whether an element is the slide's number at its edge, which the section has of its own. */
export function isPageNumber(
  element: Element,
  { position }: CSSStyleDeclaration,
  { number, box }: Copying,
): boolean {
  if (position !== 'absolute' && position !== 'fixed') {
    return false
  }
  const [, written] = /^\s*(\d+)(?:\s*(?:\/|of)\s*\d+)?\s*$/.exec(element.textContent ?? '') ?? []
  const { top, bottom, height } = element.getBoundingClientRect()
  const edge = box.height * EDGE_SHARE
  const isAtEdge = bottom > box.bottom - edge || top + height < box.top + edge / 2
  return Number(written) === number && isAtEdge
}
