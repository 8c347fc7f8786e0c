import { toOneLine } from '../../deck/one-line.ts'

/**
 * Returns the text of an element in one line, with formulas as they were typed and pictures by their names. What is
 * beside a picture to describe it is left out.
 */
export function toPlainText(element: Element): string {
  const twin = element.cloneNode(true)
  if (twin instanceof Element) {
    for (const formula of twin.querySelectorAll('.katex')) {
      formula.replaceWith(formula.querySelector('annotation')?.textContent ?? '')
    }
    for (const picture of twin.querySelectorAll('img, [role=img][aria-label]')) {
      picture.replaceWith(picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '')
    }
    twin.querySelectorAll('.lectern-description').forEach((description) => description.remove())
    twin.querySelectorAll('br').forEach((end) => end.replaceWith(' '))
  }
  return toOneLine(twin.textContent ?? '')
}
