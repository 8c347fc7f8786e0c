import { toOneLine } from '../../deck/one-line.ts'
import { closestDrawn, drawnParent, queryDrawn } from '../slide/drawn-tree.ts'
import { isShown } from '../slide/shown.ts'
import type { HintBox, ReaderHint, UnnamedImage } from './reader-hints.ts'
import { listSeenTexts } from './seen-texts.ts'

/** An element, and what readers are told of it. */
export interface NamedElement {
  element: Element
  hint: ReaderHint
}

/** A slide of a print view, or the place of one in a handout. */
interface Root {
  element: HTMLElement
  /** 0-based. */
  index: number
  slide: number
  edges: DOMRect
}

/** Finds the slides of a print view or handout, and their formulas, pictures and fields. Changes nothing. */
export function findNamed(): NamedElement[] {
  return listRoots().flatMap((root) => {
    const named = [...findFormulas(root), ...findPictures(root), ...findFields(root)]
    const texts = listSeenTexts(root.element, new Set(named.map(({ element }) => element)))
    return [{ element: root.element, hint: { kind: 'slide', slide: root.slide, texts } }, ...named]
  })
}

const ROOT = '[data-slide-place], .print-slide-container'

function listRoots(): Root[] {
  return [...document.querySelectorAll<HTMLElement>(ROOT)]
    .filter((element) => !element.parentElement?.closest(ROOT))
    .map((element, index) => ({
      element,
      index,
      slide: Number.parseInt(element.dataset['slidePlace'] ?? element.id, 10),
      edges: element.getBoundingClientRect(),
    }))
}

/** Tells whether an element is drawn within one that matches. */
function isPartOf(element: Element, selector: string): boolean {
  const parent = drawnParent(element)
  return parent !== undefined && closestDrawn(parent, selector) !== undefined
}

function boxOf(element: Element, { index, slide, edges }: Root): HintBox | undefined {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const isInside =
    left < edges.right && right > edges.left && top < edges.bottom && bottom > edges.top
  return isInside && isShown(element)
    ? { root: index, slide, left: left - edges.left, top: top - edges.top, width, height }
    : undefined
}

/** Elements inside which nothing is told to readers. */
const HIDDEN = '[aria-hidden="true"]'

/** Formulas: those of KaTeX and MathJax, and plain MathML. */
const FORMULA = '.katex, mjx-container, [role="math"], math'

function findFormulas(root: Root): NamedElement[] {
  return queryDrawn(root.element, FORMULA)
    .filter((formula) => !isPartOf(formula, `${FORMULA}, ${HIDDEN}`))
    .map((element) => {
      const source = element.querySelector('annotation[encoding="application/x-tex"]')
      const label = element.getAttribute('aria-label') ?? element.getAttribute('alttext')
      const tex = toOneLine(source?.textContent || label || element.textContent)
      return { element, hint: { kind: 'formula', tex, box: boxOf(element, root) } }
    })
}

/** Elements that are one picture for readers, besides drawings. */
const PICTURE =
  ':is([role="img"], [role="figure"], img:not([alt=""]), canvas):not(svg, svg *, .katex *)'

function findPictures(root: Root): NamedElement[] {
  const found = new Map<Element, ReaderHint>()
  for (const picture of queryDrawn(root.element, PICTURE)) {
    const unnamed = findUnnamed(picture, root)
    const alt = unnamed ? nameFile(unnamed.address) : nameOf(picture)
    if (!found.has(picture) && !closestDrawn(picture, HIDDEN) && alt !== '') {
      found.set(picture, { kind: 'figure', alt, box: boxOf(picture, root), unnamed })
      for (const part of queryDrawn(picture, `${HIDDEN}, svg`)) {
        if (part !== picture && !isPartOf(part, 'svg')) {
          found.set(part, { kind: 'drawing' })
        }
      }
    }
  }
  for (const svg of queryDrawn(root.element, 'svg')) {
    const isPart = found.has(svg) || isPartOf(svg, `svg, ${HIDDEN}`) || svg.matches(HIDDEN)
    const hint = isPart ? undefined : describeDrawing(svg, root)
    if (hint) {
      found.set(svg, hint)
    }
  }
  return Array.from(found, ([element, hint]) => ({ element, hint }))
}

function describeDrawing(svg: Element, root: Root): ReaderHint | undefined {
  const name = nameOf(svg)
  if (name !== '') {
    return { kind: 'figure', alt: name, box: boxOf(svg, root) }
  }
  const labels = [...svg.querySelectorAll('text, foreignObject')]
    .map(({ textContent }) => toOneLine(textContent))
    .filter(Boolean)
  // Links in it are read for themselves, among its labels.
  return labels.length === 0 || svg.querySelector('a')
    ? undefined
    : { kind: 'diagram', alt: labels.join(', '), box: boxOf(svg, root) }
}

function findUnnamed(picture: Element, { element }: Root): UnnamedImage | undefined {
  if (!(picture instanceof HTMLImageElement) || nameOf(picture) !== '') {
    return undefined
  }
  const address = picture.getAttribute('src') ?? ''
  const same = [...element.querySelectorAll('img')].filter(
    (image) => image.getAttribute('src') === address,
  )
  return { address, nth: same.indexOf(picture) }
}

/** Returns the name of an image's file, which is better than nothing; `Image` where the address has none. */
function nameFile(address: string): string {
  const [, name] =
    /([^/]+?)(?:\.\w+)?(?:[?#].*)?$/.exec(address.startsWith('data:') ? '' : address) ?? []
  return name === undefined ? 'Image' : `Image ${name}`
}

/** Returns the name that an author gave a picture; empty where there is none. */
function nameOf(picture: Element): string {
  const title = picture.querySelector(':scope > title')?.textContent
  const own = picture.getAttribute('alt') || title || picture.getAttribute('title')
  return labelOf(picture) || toOneLine(own ?? '')
}

/** Returns the label that an author gave an element for readers; empty where there is none. */
export function labelOf(element: Element): string {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  const labels = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  return toOneLine(labels || (element.getAttribute('aria-label') ?? ''))
}

/** Elements whose value the browser draws itself, and documents within the page: their text has no tags. */
const FIELDS = 'select, progress, meter, input:is([type="range"], [type="color"]), iframe'

function findFields(root: Root): NamedElement[] {
  return queryDrawn<HTMLElement>(root.element, FIELDS)
    .filter((field) => !closestDrawn(field, HIDDEN))
    .map((element) => ({ element, alt: describeField(element) }))
    .filter(({ alt }) => alt !== '')
    .map(({ element, alt }) => ({
      element,
      hint: { kind: 'figure', alt, box: boxOf(element, root) },
    }))
}

function describeField(field: HTMLElement): string {
  return toOneLine([nameOf(field) || field.title, valueOf(field)].filter(Boolean).join(': '))
}

function valueOf(field: HTMLElement): string {
  if (field instanceof HTMLSelectElement) {
    return [...field.selectedOptions].map(({ label }) => label).join(', ')
  }
  if (field instanceof HTMLIFrameElement) {
    // A document of another origin cannot be read.
    return field.contentDocument?.body.innerText ?? ''
  }
  return 'value' in field ? String(field.value) : ''
}
