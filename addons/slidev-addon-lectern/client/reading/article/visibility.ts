/** Matches elements that a click shows or hides: an article has all of them. */
const CLICKED = '[class*=slidev-vclick]'

/** Matches elements that are no content, and marks that are drawn around words. */
const NO_CONTENT =
  'script, style, template, noscript, link, meta, lectern-figure, .rough-annotation'

/** Whether readers of the slide do not get an element, at any of its steps. */
export function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.matches(NO_CONTENT)) {
    return true
  }
  if (element.closest(CLICKED) || element.matches('img[data-lectern-figure]')) {
    return false
  }
  return style.display === 'none' || style.visibility === 'hidden'
}

/** Whether an element is only for screen readers: 1 px wide, and cut. */
export function isForReaders(element: Element, { position }: CSSStyleDeclaration): boolean {
  const { width, height } = element.getBoundingClientRect()
  return position === 'absolute' && width <= 1 && height <= 1 && element.textContent !== ''
}

/** Whether an element is the slide's number at its edge, which the section has of its own. */
export function isPageNumber(
  { textContent }: Element,
  { position }: CSSStyleDeclaration,
  slide: number,
): boolean {
  const [, number] = /^\s*(\d+)(?:\s*(?:\/|of)\s*\d+)?\s*$/.exec(textContent ?? '') ?? []
  return (position === 'absolute' || position === 'fixed') && Number(number) === slide
}
