import { toOneLine } from '../../deck/one-line.ts'
import { toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnNodes, drawnParent } from './drawn-tree.ts'
import { readGraphics } from './graphics.ts'
import type { Graphic } from './graphics.ts'
import { createInkRuler } from './ink.ts'
import { isTransparent } from './opacity.ts'
import { isShown } from './shown.ts'

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

/** Measures the texts within an element, line by line. */
export function readLines(root: Element): TextLine[] {
  const nodes = [...drawnNodes(root)].filter(isTextShown)
  const texts = readBlockTexts(nodes)
  const counts = new Map<string, number>()
  const measureInk = createInkRuler()
  return nodes.flatMap((node) => {
    const element = holderOf(node)
    const own = toOneLine(node.data)
    const text = own.includes(' ') ? own : toOneLine(texts.get(blockOf(element)) ?? own)
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
    isShown(holderOf(node)) &&
    !isTransparent(holderOf(node))
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
