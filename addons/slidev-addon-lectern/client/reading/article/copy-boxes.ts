import { toPlainText } from '../plain-text.ts'
import { create, createScroller } from './copying.ts'
import type { Copying } from './copying.ts'
import { HEADINGS } from './flatten-heading.ts'

/** Width of a formula from which on it does not fit into a narrow line, as a multiple of the text's size. */
const WIDE_FORMULA = 14

/** The same in a heading, whose text is large. */
const WIDE_IN_HEADING = 6

/** Copies a formula as it is drawn; one of its own line, or too long for a narrow one, scrolls sideways. */
export function copyFormula(formula: Element): Element {
  const twin = create('span', {}, formula.cloneNode(true)).firstElementChild ?? formula
  const fontSize = Number.parseFloat(getComputedStyle(formula).fontSize)
  const parts = [...formula.querySelectorAll('.katex-html > span')]
  const greatest = fontSize * (formula.closest(HEADINGS) ? WIDE_IN_HEADING : WIDE_FORMULA)
  const isLong = parts.some((part) => part.getBoundingClientRect().width > greatest)
  return formula.matches('.katex-display') || isLong ? createScroller('Formula', twin) : twin
}

/** Matches what stands beside code, or over it. */
const BESIDE = 'button, .twoslash-popup-container, .v-popper__popper, .shiki-magic-move-line-number'

/** Copies code with its colors, without marked lines and without what is drawn beside them. */
export function copyCode(block: Element): Element {
  const twin = create('div', {}, block.cloneNode(true)).firstElementChild ?? block
  twin.querySelectorAll(BESIDE).forEach((part) => part.remove())
  // Code that moves ends its lines so; all that reads the text of code looks for line feeds.
  twin.querySelectorAll('br').forEach((end) => end.replaceWith('\n'))
  for (const part of twin.querySelectorAll('div')) {
    // A box around a part of a line, such as one that tells its type.
    const line = create('span')
    line.append(...part.childNodes)
    part.replaceWith(line)
  }
  // The box around it takes the focus.
  twin.removeAttribute('tabindex')
  for (const part of [twin, ...twin.querySelectorAll('*')]) {
    part.removeAttribute('class')
  }
  twin.classList.add('lectern-code')
  return createScroller('Code', twin)
}

/** Copies the text of a code editor, whose lines the editor places one by one. */
export function copyEditor(editor: Element): Element {
  const lines = [...editor.querySelectorAll<HTMLElement>('.view-line')]
    .toSorted((one, other) => one.offsetTop - other.offsetTop)
    // The editor draws spaces that do not break.
    .map(({ textContent }) => (textContent ?? '').replaceAll('\u00A0', ' '))
  const code = create('pre', { class: 'lectern-code' }, create('code', {}, lines.join('\n')))
  return createScroller('Code', code)
}

/** Copies a table; it scrolls sideways. */
export function copyTable(table: HTMLTableElement, copying: Copying): Element {
  const twin = create('table', { lang: table.getAttribute('lang'), dir: table.getAttribute('dir') })
  copying.copyChildren(table, twin)
  const caption = twin.caption ? toPlainText(twin.caption) : ''
  return createScroller(caption || 'Table', twin)
}
