import { toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnElements, drawnNodes, drawnParent } from './drawn-tree.ts'
import { createInkRuler } from './ink.ts'

/** One line of text as it is drawn. */
export interface TextLine {
  /** What the author would know it by: its own words, or its paragraph's where it is a word alone. */
  text: string
  /** Which of several equal texts, from 0. */
  nth: number
  /** The element around the text. */
  element: Element
  /** Around the letters: without the room that a font keeps above and below them. */
  ink: Box
}

/** An image, drawing or embedded page. */
export interface Picture {
  element: Element
  /** File name of an image, or the kind of element. */
  name: string
  /** Address as typed, where it has one. */
  source?: string
  /** Which of several with this address, from 0. */
  nth: number
  /** The picture itself, without the empty strips that `object-fit: contain` leaves. */
  drawn: Box
}

/** What is drawn on a slide. */
export interface SlideView {
  /** The slide with what Slidev draws around it. */
  root: HTMLElement
  /** 1-based number of the slide. */
  number: number
  /** The slide's four edges. */
  edge: Box
  /** Px of the window for one CSS px of the slide: 1, but on a sheet of paper. */
  scale: number
  lines: readonly TextLine[]
  pictures: readonly Picture[]
}

/** Elements whose text is no text of the slide: for machines, or arranged by a program of its own. */
export const NO_TEXT =
  'style, script, title, desc, template, noscript, textarea, .katex-mathml, .monaco-editor'
const PICTURES = 'img, svg, canvas, video, iframe, object, embed'
/** Drawn by Slidev over a text, on purpose: the strokes of `v-mark`. */
const STROKES = '.rough-annotation'

/**
 * Measures a slide that is shown.
 *
 * @throws {Error} when no slide of this number is shown.
 */
export function viewSlide(number: number): SlideView {
  const root = [...document.querySelectorAll<HTMLElement>(`[data-slidev-no="${number}"]`)].find(
    (element) => element.checkVisibility(),
  )
  if (!root) {
    throw new Error(`Slide ${number} is not shown.`)
  }
  return viewElement(root, number)
}

/** Measures a slide by the element that holds it, such as one of many that are printed. */
export function viewElement(root: HTMLElement, number: number): SlideView {
  return {
    root,
    number,
    edge: toBox(root.getBoundingClientRect()),
    scale: root.getBoundingClientRect().width / root.offsetWidth,
    lines: readLines(root),
    pictures: readPictures(root),
  }
}

/** Whether an element can be seen, apart from what covers or cuts it. */
export function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !closestDrawn(element, '.slidev-vclick-hidden') &&
    !isForScreenReaders(element)
  )
}

function readLines(root: Element): TextLine[] {
  const nodes = [...drawnNodes(root)].filter(isTextShown)
  const texts = readBlockTexts(nodes)
  const counts = new Map<string, number>()
  const measureInk = createInkRuler()
  return nodes.flatMap((node) => {
    const element = holderOf(node)
    const own = plain(node.data)
    const text = own.includes(' ') ? own : plain(texts.get(blockOf(element)) ?? own)
    const nth = counts.get(text) ?? 0
    counts.set(text, nth + 1)
    const range = document.createRange()
    range.selectNodeContents(node)
    const inkOf = measureInk(element, node.data)
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map((rect) => ({ text, nth, element, ink: inkOf(rect) }))
  })
}

function isTextShown(node: Node): node is Text {
  return (
    node instanceof Text &&
    node.data.trim() !== '' &&
    !closestDrawn(holderOf(node), NO_TEXT) &&
    isShown(holderOf(node))
  )
}

function holderOf(text: Text): Element {
  const root = text.getRootNode()
  return text.parentElement ?? (root instanceof ShadowRoot ? root.host : document.body)
}

/** The whole text of each block: paragraph, list item, line of code. */
function readBlockTexts(nodes: readonly Text[]): Map<Element, string> {
  const texts = new Map<Element, string>()
  for (const node of nodes) {
    const block = blockOf(holderOf(node))
    texts.set(block, `${texts.get(block) ?? ''}${node.data}`)
  }
  return texts
}

function blockOf(element: Element): Element {
  const isBlock =
    element.matches('.line') || !getComputedStyle(element).display.startsWith('inline')
  const parent = drawnParent(element)
  return isBlock || !parent ? element : blockOf(parent)
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Text that only a screen reader gets: cut to a point. */
function isForScreenReaders(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    const { clip, clipPath, overflow, position } = getComputedStyle(at)
    const { width, height } = at.getBoundingClientRect()
    const isPoint = width <= 2 && height <= 2 && overflow !== 'visible' && position === 'absolute'
    if (isPoint || clip === 'rect(0px, 0px, 0px, 0px)' || clipPath === 'inset(50%)') {
      return true
    }
  }
  return false
}

function readPictures(root: Element): Picture[] {
  const counts = new Map<string, number>()
  return [...drawnElements(root)]
    .filter((element) => element.matches(PICTURES) && isPicture(element))
    .map((element) => {
      const source = element.getAttribute('src') ?? undefined
      const name = source?.startsWith('data:') ? undefined : source?.split('/').at(-1)
      const key = source ?? element.localName
      const nth = counts.get(key) ?? 0
      counts.set(key, nth + 1)
      return { element, name: name ?? element.localName, source, nth, drawn: drawnBox(element) }
    })
}

/** An outermost picture that is shown. */
function isPicture(element: Element): boolean {
  const parent = drawnParent(element)
  return (
    isShown(element) &&
    !closestDrawn(element, STROKES) &&
    (parent === undefined || closestDrawn(parent, 'svg') === undefined)
  )
}

/** Where an element's picture is drawn within its box. */
function drawnBox(element: Element): Box {
  const box = element.getBoundingClientRect()
  if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0) {
    return toBox(box)
  }
  const { objectFit, objectPosition } = getComputedStyle(element)
  if (objectFit !== 'contain' && objectFit !== 'scale-down') {
    return toBox(box)
  }
  const fitted = Math.min(box.width / element.naturalWidth, box.height / element.naturalHeight)
  const scale = objectFit === 'scale-down' ? Math.min(1, fitted) : fitted
  const width = element.naturalWidth * scale
  const height = element.naturalHeight * scale
  const [across = 50, down = 50] = objectPosition
    .split(' ')
    .map((share) => Number.parseFloat(share))
  const left = box.left + ((box.width - width) * across) / 100
  const top = box.top + ((box.height - height) * down) / 100
  return { left, top, right: left + width, bottom: top + height }
}
