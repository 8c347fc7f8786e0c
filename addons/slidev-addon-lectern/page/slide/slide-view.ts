import { toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnElements, drawnNodes, drawnParent } from './drawn-tree.ts'
import { createInkRuler } from './ink.ts'

/** One line of text as it is drawn. */
export interface TextLine {
  /** The text between two tags; for a single word, the whole paragraph. */
  text: string
  /** Index among equal texts of the slide, from 0. */
  nth: number
  /** The element around the text. */
  element: Element
  /** The letters' box, without the empty space a font adds above and below them. */
  ink: Box
}

/** An image, drawing, video or embedded page. */
export interface Graphic {
  element: Element
  /** File name; without one, the element's name. */
  name: string
  /** Its `src` attribute. */
  source?: string
  /** Index among those with this source, from 0. */
  nth: number
  /** The box of its content, without the empty strips that `object-fit: contain` leaves. */
  drawn: Box
}

/** A slide as it is drawn. */
export interface SlideView {
  /** The slide's element, including the parts Slidev adds around its layout. */
  root: HTMLElement
  /** 1-based number of the slide. */
  number: number
  /** The slide's four edges. */
  edge: Box
  /** Px of the window per CSS px of the slide: 1 on a screen, less on a handout. */
  scale: number
  lines: readonly TextLine[]
  graphics: readonly Graphic[]
}

/** Selects elements whose text does not count as the slide's: it is not shown, or a code editor arranges it. */
export const NO_TEXT =
  'style, script, title, desc, template, noscript, textarea, .katex-mathml, .monaco-editor'
const GRAPHICS = 'img, svg, canvas, video, iframe, object, embed'
/** Strokes of `v-mark`, which Slidev draws over a text on purpose. */
const STROKES = '.rough-annotation'

/**
 * Measures the slide that is shown.
 *
 * @throws {Error} if this slide is not shown.
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

/** Measures the slide in a given element, such as one of a print view. */
export function viewElement(root: HTMLElement, number: number): SlideView {
  return {
    root,
    number,
    edge: toBox(root.getBoundingClientRect()),
    scale: root.getBoundingClientRect().width / root.offsetWidth,
    lines: readLines(root),
    graphics: readGraphics(root),
  }
}

/** Tells whether an element is visible, even if another one covers or clips it. */
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

/** Reads the whole text of each block: a paragraph, list item or line of code. */
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

/** Tells whether only screen readers get an element, because it is clipped to a point. */
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

function readGraphics(root: Element): Graphic[] {
  const counts = new Map<string, number>()
  return [...drawnElements(root)]
    .filter((element) => element.matches(GRAPHICS) && isGraphic(element))
    .map((element) => {
      const source = element.getAttribute('src') ?? undefined
      const name = source?.startsWith('data:') ? undefined : source?.split('/').at(-1)
      const key = source ?? element.localName
      const nth = counts.get(key) ?? 0
      counts.set(key, nth + 1)
      return { element, name: name ?? element.localName, source, nth, drawn: drawnBox(element) }
    })
}

/** Tells whether a graphic is shown and is not a part of a drawing. */
function isGraphic(element: Element): boolean {
  const parent = drawnParent(element)
  return (
    isShown(element) &&
    !closestDrawn(element, STROKES) &&
    (parent === undefined || closestDrawn(parent, 'svg') === undefined)
  )
}

/** Returns the box of an image's content, which may be smaller than its element. */
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
