import { SLIDE_ADDRESS } from './links.ts'

/**
 * First character of a label that stands for a hint; its index follows. The browser writes an element's label into the
 * PDF as alternative text, which is the only way to tell there what an element is.
 */
export const HINT_MARK = '\u{E0F0}'

/** Address of the links that keep empty cells of tables: the browser leaves out elements without content. */
export const EMPTY_CELL = `${SLIDE_ADDRESS}0#cell`

/** Place of an element, in CSS px from the upper left corner of its slide. */
export interface HintBox {
  /** 0-based place of the slide's element among those of all slides and click steps. */
  root: number
  slide: number
  left: number
  top: number
  width: number
  height: number
}

/** What an element of the page is, where the browser does not write it into the PDF. */
export type ReaderHint =
  | { kind: 'slide'; slide: number }
  /** A formula, with its source in TeX. */
  | { kind: 'formula'; tex: string; box?: HintBox }
  /** A picture, with its alternative text. */
  | { kind: 'figure'; alt: string; box?: HintBox }
  /** A part of a figure that has no words of its own. */
  | { kind: 'drawing' }
  | { kind: 'footnote' }

/**
 * Marks elements of a print view or handout for the tags of its PDF: slides, formulas, drawings and footnotes get a
 * label that stands for a hint; empty cells get a link. Run it when nothing else looks at the page any more.
 *
 * @returns The hints, by their index.
 */
export function markForReaders(): ReaderHint[] {
  const hints: ReaderHint[] = []
  const mark = (element: Element, hint: ReaderHint): void => {
    element.setAttribute('role', element instanceof SVGElement ? 'img' : 'figure')
    element.setAttribute('aria-label', `${HINT_MARK}${hints.length}`)
    element.removeAttribute('aria-labelledby')
    element.removeAttribute('aria-hidden')
    hints.push(hint)
  }
  markFormulas(mark)
  markPictures(mark)
  for (const note of document.querySelectorAll('.footnote-item, [role="doc-footnote"]')) {
    mark(note, { kind: 'footnote' })
  }
  markFields(mark)
  flattenPhrases()
  keepEmptyCells()
  markSlides(mark)
  return hints
}

type Mark = (element: Element, hint: ReaderHint) => void

/** Elements inside which nothing is told to readers. */
const HIDDEN = '[aria-hidden="true"]'

/** Formulas: those of KaTeX and MathJax, and plain MathML. */
const FORMULA = '.katex, mjx-container, [role="math"], math'

function markFormulas(mark: Mark): void {
  for (const formula of document.querySelectorAll<HTMLElement>(FORMULA)) {
    if (!formula.parentElement?.closest(`${FORMULA}, ${HIDDEN}`)) {
      const source = formula.querySelector('annotation[encoding="application/x-tex"]')
      const label = formula.getAttribute('aria-label') ?? formula.getAttribute('alttext')
      const tex = source?.textContent || label || formula.textContent
      mark(formula, { kind: 'formula', tex: tex.replace(/\s+/g, ' ').trim(), box: boxOf(formula) })
      // KaTeX writes each formula twice: one is seen, the other is read aloud.
      for (const spoken of formula.querySelectorAll<HTMLElement>('.katex-mathml')) {
        spoken.style.display = 'none'
      }
      formula.querySelector('.katex-html')?.removeAttribute('aria-hidden')
    }
  }
}

/** Elements that are one picture for readers. */
const PICTURE = '[role="img"], [role="figure"], img[alt]:not([alt=""]), canvas'

function markPictures(mark: Mark): void {
  for (const picture of document.querySelectorAll(`:is(${PICTURE}):not(svg, svg *)`)) {
    const alt = nameOf(picture)
    if (!isMarked(picture) && !picture.closest(HIDDEN) && alt !== '') {
      mark(picture, { kind: 'figure', alt, box: boxOf(picture) })
      const parts = [...picture.querySelectorAll(`${HIDDEN}, svg`)].filter(
        (part) => !part.parentElement?.closest('svg'),
      )
      parts.forEach((part) => mark(part, { kind: 'drawing' }))
    }
  }
  for (const svg of document.querySelectorAll('svg')) {
    const isInner = svg.parentElement?.closest(`svg, ${HIDDEN}`)
    const alt = isInner || isMarked(svg) || svg.matches(HIDDEN) ? '' : nameOf(svg)
    if (alt !== '') {
      mark(svg, { kind: 'figure', alt, box: boxOf(svg) })
    }
  }
}

function isMarked(element: Element): boolean {
  return element.ariaLabel?.startsWith(HINT_MARK) === true
}

/** Returns the name that an author gave a picture; empty where there is none. */
function nameOf(picture: Element): string {
  const ids = (picture.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  const labels = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const title = picture.querySelector(':scope > title')?.textContent
  const own = picture.getAttribute('aria-label') ?? picture.getAttribute('alt')
  return (labels || own || title || '').replace(/\s+/g, ' ').trim()
}

/** Slides of a print view, and places of slides of a handout. */
const ROOT = '[data-slide-place], .print-slide-container'

function listRoots(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(ROOT)].filter(
    (root) => !root.parentElement?.closest(ROOT),
  )
}

function slideOf({ dataset, id }: HTMLElement): number {
  return Number.parseInt(dataset['slidePlace'] ?? id, 10)
}

function boxOf(element: Element): HintBox | undefined {
  const roots = listRoots()
  const root = roots.find((each) => each.contains(element))
  if (!root) {
    return undefined
  }
  const from = root.getBoundingClientRect()
  const { left, top, width, height } = element.getBoundingClientRect()
  return {
    root: roots.indexOf(root),
    slide: slideOf(root),
    left: left - from.left,
    top: top - from.top,
    width,
    height,
  }
}

/** Elements whose value the browser draws itself, and documents within the page: their text has no tags. */
const FIELDS = 'select, progress, meter, input:is([type="range"], [type="color"]), iframe'

function markFields(mark: Mark): void {
  for (const field of document.querySelectorAll<HTMLElement>(FIELDS)) {
    const alt = [nameOf(field) || field.title, valueOf(field)].filter(Boolean).join(': ')
    if (alt !== '' && !field.closest(HIDDEN)) {
      mark(field, { kind: 'figure', alt, box: boxOf(field) })
      if (field instanceof HTMLIFrameElement) {
        // The browser leaves out an element that paints nothing itself. Nobody sees this background.
        field.style.backgroundColor = 'rgb(255 255 255 / 1%)'
      }
    }
  }
}

function valueOf(field: HTMLElement): string {
  if (field instanceof HTMLSelectElement) {
    return [...field.selectedOptions].map(({ label }) => label).join(', ')
  }
  if (field instanceof HTMLIFrameElement) {
    // A document of another origin cannot be read.
    return (field.contentDocument?.body.innerText ?? '').replace(/\s+/g, ' ').trim()
  }
  return 'value' in field ? String(field.value) : ''
}

/** Elements of phrases that a PDF has no tags for. */
const PHRASES =
  ':is(abbr, cite, del, dfn, ins, kbd, label, mark, q, s, samp, small, sub, sup, time, u, var):not([role])'

/** Joins phrases to the text around them, and names the language of those in another one. */
function flattenPhrases(): void {
  for (const phrase of document.querySelectorAll(PHRASES)) {
    phrase.setAttribute('role', 'presentation')
  }
  for (const part of document.querySelectorAll<HTMLElement>('body [lang]')) {
    const isForeign = part.parentElement?.closest<HTMLElement>('[lang]')?.lang !== part.lang
    const isPhrase = !part.matches(':not([role="presentation"])[role]') && isInline(part)
    if (isForeign && isPhrase && !part.closest('svg, math')) {
      part.setAttribute('role', 'group')
    }
  }
}

function isInline(element: Element): boolean {
  return getComputedStyle(element).display.startsWith('inline')
}

function keepEmptyCells(): void {
  for (const cell of document.querySelectorAll<HTMLElement>('td, th')) {
    const isEmpty = cell.textContent.trim() === '' && !cell.querySelector('img, svg, canvas, input')
    if (isEmpty && !cell.closest(HIDDEN)) {
      const link = document.createElement('a')
      link.href = EMPTY_CELL
      link.style.cssText = 'position:absolute;width:2px;height:2px;border:0'
      cell.append(link)
    }
  }
}

function markSlides(mark: Mark): void {
  for (const root of listRoots()) {
    mark(root, { kind: 'slide', slide: slideOf(root) })
  }
}
