import { HIDDEN_BY_STEP } from '../../client/hidden-steps.ts'
import { toOneLine } from '../../deck/one-line.ts'
import { isGone } from './earlier-steps.ts'
import { findNamed, labelOf } from './named-elements.ts'
import { EMPTY_CELL, HINT_MARK } from './reader-hints.ts'
import type { LinkName, ReaderHint, ReaderHints } from './reader-hints.ts'

/** Style of an element that is there for readers alone. In notes, a handout places all others in their line. */
const POINT = 'position:absolute !important;width:2px;height:2px;border:0'

/** Color that is painted, but that nobody sees. */
const FAINT = 'rgb(255 255 255 / 1%)'

/**
 * Marks elements of a print view or handout for the tags of its PDF: slides, formulas, pictures and footnotes get a
 * label that stands for a hint; empty cells get a link. Run it when nothing else looks at the page any more.
 */
export function markForReaders(): ReaderHints {
  showEditors()
  // All are measured before the first is changed: the browser would lay the page out again for each.
  const found = [...findNamed(), ...findFootnotes()]
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(nameLink)
  const foreign = findForeignPhrases()
  for (const [index, { element }] of found.entries()) {
    const tagged = element instanceof HTMLProgressElement ? standInFor(element) : element
    tagged.setAttribute('role', tagged instanceof SVGElement ? 'img' : 'figure')
    tagged.setAttribute('aria-label', `${HINT_MARK}${index}`)
    tagged.removeAttribute('aria-labelledby')
    tagged.removeAttribute('aria-hidden')
  }
  showFormulas()
  showFrames()
  for (const phrase of document.querySelectorAll(PHRASES)) {
    phrase.setAttribute('role', 'presentation')
  }
  foreign.forEach((phrase) => phrase.setAttribute('role', 'group'))
  keepEmptyCells()
  return { elements: found.map(({ hint }) => hint), links }
}

function nameLink(link: HTMLAnchorElement): LinkName {
  const words = toOneLine(link.textContent)
  const address = link.origin === location.origin ? '' : link.href
  return { address, words, name: labelOf(link) || words || toOneLine(link.title) }
}

function findFootnotes(): { element: Element; hint: ReaderHint }[] {
  const notes = document.querySelectorAll('.footnote-item, [role="doc-footnote"]')
  return Array.from(notes, (element) => ({ element, hint: { kind: 'footnote' } }))
}

/** KaTeX writes each formula twice: one is seen, the other is read aloud. Leaves the one that is seen. */
function showFormulas(): void {
  for (const spoken of document.querySelectorAll<HTMLElement>('.katex-mathml')) {
    spoken.style.display = 'none'
  }
  for (const seen of document.querySelectorAll('.katex-html')) {
    seen.removeAttribute('aria-hidden')
  }
}

/** Editors hide their lines from readers, to whom they give a field to write in. */
function showEditors(): void {
  for (const lines of document.querySelectorAll('.monaco-editor .view-lines')) {
    lines.removeAttribute('aria-hidden')
    lines.removeAttribute('role')
  }
}

/** Adds an element that nobody sees after one that the browser does not tag once it has a style, and returns it. */
function standInFor(bar: HTMLProgressElement): Element {
  const point = document.createElement('span')
  point.style.cssText = `${POINT};background:${FAINT}`
  bar.after(point)
  return point
}

/** Lets each frame paint something of its own, which nobody sees: the browser leaves out an element without. */
function showFrames(): void {
  for (const frame of document.querySelectorAll('iframe')) {
    frame.style.backgroundColor = FAINT
  }
}

/** Elements of phrases that a PDF has no tags for. They are joined to the text around them. */
const PHRASES =
  ':is(abbr, cite, del, dfn, ins, kbd, label, mark, q, s, samp, small, sub, sup, time, u, var):not([role])'

/** Finds the phrases in another language than the text around them. */
function findForeignPhrases(): Element[] {
  return Array.from(document.querySelectorAll<HTMLElement>('body [lang]')).filter((part) => {
    const around = part.parentElement?.closest<HTMLElement>('[lang]')?.lang
    return around !== part.lang && !part.matches('[role], svg *, math *') && isInline(part)
  })
}

function isInline(element: Element): boolean {
  return getComputedStyle(element).display.startsWith('inline')
}

/** Gives a link to each cell of which nothing is printed, so that its row has as many cells as the others. */
function keepEmptyCells(): void {
  for (const cell of document.querySelectorAll<HTMLElement>('td, th')) {
    const isCellGone = isGone(cell)
    if ((isCellGone || isEmpty(cell)) && !cell.closest('[aria-hidden="true"]')) {
      const link = document.createElement('a')
      link.href = EMPTY_CELL
      link.style.cssText = POINT
      if (isCellGone && !cell.parentElement?.closest(HIDDEN_BY_STEP)) {
        hideContent(cell)
      }
      cell.append(link)
    }
  }
}

/** Hides what a cell holds and paints in place of the cell, which the browser leaves out if it is hidden itself. */
function hideContent(cell: HTMLElement): void {
  const content = document.createElement('span')
  content.style.cssText = 'display:contents;visibility:hidden'
  content.append(...cell.childNodes)
  cell.append(content)
  cell.style.setProperty('opacity', '1', 'important')
  cell.style.setProperty('background', 'none', 'important')
  cell.style.setProperty('border-color', 'transparent', 'important')
}

function isEmpty(cell: HTMLElement): boolean {
  const gone = [...cell.querySelectorAll(HIDDEN_BY_STEP)].filter(isGone)
  const isIn = (node: Node): boolean => gone.some((part) => part.contains(node))
  const pictures = cell.querySelectorAll('img, svg, canvas, input')
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  let hasText = false
  while (!hasText && texts.nextNode()) {
    hasText = texts.currentNode.nodeValue?.trim() !== '' && !isIn(texts.currentNode)
  }
  return !hasText && [...pictures].every(isIn)
}
