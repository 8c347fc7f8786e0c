import { toPlainText } from '../plain-text.ts'

/** Matches headings. */
export const HEADINGS = 'h1, h2, h3, h4, h5, h6'

/** Matches boxes that HTML does not allow in a heading. */
const BOXES = 'p, div, figure'

/** Takes the boxes in a heading apart. With a box that scrolls, it scrolls itself, by keyboard, too. */
export function flattenHeading(heading: Element): void {
  if (heading.querySelector('.lectern-scroller')) {
    heading.setAttribute('tabindex', '0')
  }
  heading.querySelectorAll(BOXES).forEach((box) => box.replaceWith(' ', ...box.childNodes, ' '))
  nameFormula(heading)
}

/** Names a heading that is nothing but a formula by what was typed. */
function nameFormula(heading: Element): void {
  const words = heading.cloneNode(true)
  if (words instanceof Element && words.querySelector('.katex')) {
    words.querySelectorAll('.katex').forEach((formula) => formula.remove())
    if (words.textContent?.trim() === '') {
      heading.setAttribute('aria-label', toPlainText(heading))
    }
  }
}
