import { toOneLine } from '../../deck/one-line.ts'

/** Returns the text of an element in one line, with formulas as they were typed. */
export function toPlainText(element: Element): string {
  const twin = element.cloneNode(true)
  if (twin instanceof Element) {
    for (const formula of twin.querySelectorAll('.katex')) {
      formula.replaceWith(formula.querySelector('annotation')?.textContent ?? '')
    }
  }
  return toOneLine(twin.textContent ?? '')
}
