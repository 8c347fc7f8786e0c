import type { HintBox, ReaderHint, UnnamedImage } from './reader-hints.ts'

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
  return listRoots().flatMap((root) => [
    { element: root.element, hint: { kind: 'slide', slide: root.slide } },
    ...findFormulas(root),
    ...findPictures(root),
    ...findFields(root),
  ])
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

function boxOf(element: Element, { index, slide, edges }: Root): HintBox {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { root: index, slide, left: left - edges.left, top: top - edges.top, width, height }
}

/** Elements inside which nothing is told to readers. */
const HIDDEN = '[aria-hidden="true"]'

/** Formulas: those of KaTeX and MathJax, and plain MathML. */
const FORMULA = '.katex, mjx-container, [role="math"], math'

function findFormulas(root: Root): NamedElement[] {
  return [...root.element.querySelectorAll(FORMULA)]
    .filter((formula) => !formula.parentElement?.closest(`${FORMULA}, ${HIDDEN}`))
    .map((element) => {
      const source = element.querySelector('annotation[encoding="application/x-tex"]')
      const label = element.getAttribute('aria-label') ?? element.getAttribute('alttext')
      const tex = squeeze(source?.textContent || label || element.textContent)
      return { element, hint: { kind: 'formula', tex, box: boxOf(element, root) } }
    })
}

/** Elements that are one picture for readers, besides drawings. */
const PICTURE =
  ':is([role="img"], [role="figure"], img:not([alt=""]), canvas):not(svg, svg *, .katex *)'

function findPictures(root: Root): NamedElement[] {
  const found = new Map<Element, ReaderHint>()
  for (const picture of root.element.querySelectorAll(PICTURE)) {
    const unnamed = findUnnamed(picture, root)
    const alt = unnamed ? nameFile(unnamed.address) : nameOf(picture)
    if (!found.has(picture) && !picture.closest(HIDDEN) && alt !== '') {
      found.set(picture, { kind: 'figure', alt, box: boxOf(picture, root), unnamed })
      for (const part of picture.querySelectorAll(`${HIDDEN}, svg`)) {
        if (!part.parentElement?.closest('svg')) {
          found.set(part, { kind: 'drawing' })
        }
      }
    }
  }
  for (const svg of root.element.querySelectorAll('svg')) {
    const alt = found.has(svg) || svg.parentElement?.closest(`svg, ${HIDDEN}`) ? '' : nameOf(svg)
    if (alt !== '' && !svg.matches(HIDDEN)) {
      found.set(svg, { kind: 'figure', alt, box: boxOf(svg, root) })
    }
  }
  return Array.from(found, ([element, hint]) => ({ element, hint }))
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
  const ids = (picture.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  const labels = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const title = picture.querySelector(':scope > title')?.textContent
  const own = picture.getAttribute('aria-label') || picture.getAttribute('alt')
  return squeeze(labels || own || title || picture.getAttribute('title') || '')
}

/** Elements whose value the browser draws itself, and documents within the page: their text has no tags. */
const FIELDS = 'select, progress, meter, input:is([type="range"], [type="color"]), iframe'

function findFields(root: Root): NamedElement[] {
  return [...root.element.querySelectorAll<HTMLElement>(FIELDS)]
    .filter((field) => !field.closest(HIDDEN))
    .map((element) => ({ element, alt: describeField(element) }))
    .filter(({ alt }) => alt !== '')
    .map(({ element, alt }) => ({
      element,
      hint: { kind: 'figure', alt, box: boxOf(element, root) },
    }))
}

function describeField(field: HTMLElement): string {
  return squeeze([nameOf(field) || field.title, valueOf(field)].filter(Boolean).join(': '))
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

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
