import { isShown } from '../slide/shown.ts'
import { placePopups } from './popups.ts'

/** First code point that stands for a gap, of those that no font uses. The gap's width in px is added to it. */
export const GAP_START = 0x10_00_00

/** Greatest width of a gap, in CSS px. */
const MOST_PX = 0xff_f0

/** Attribute of the elements that this module adds. */
const ATTRIBUTE = 'data-lectern-gap'

/** Selects what may stand within a line of text and becomes an image, such as a formula. */
const INLINE = '.katex, img, svg'

/** Selects what is a part of another image, or a line of its own. */
const PARTS = '.katex-display, .katex *, svg *, lectern-figure *'

/** Prepares texts, and what floats or is drawn over them, for Slidev's exporter, without a change to how they look. */
export function prepareTexts(): void {
  placePopups()
  boxStrokes()
  addGaps()
  keepIndents()
}

/** Space around the strokes of a mark, for their width and their round ends, in CSS px. */
const STROKE_PX = 4

/** Gives each drawing of `v-mark` the box of its strokes, because Slidev takes an image of its box alone. */
function boxStrokes(): void {
  for (const drawing of document.querySelectorAll<SVGSVGElement>('svg.rough-annotation')) {
    const { x, y, width, height } = drawing.getBBox()
    if (width > 0 || height > 0) {
      const { left, top } = getComputedStyle(drawing)
      const size = [width + 2 * STROKE_PX, height + 2 * STROKE_PX] as const
      drawing.setAttribute('viewBox', [x - STROKE_PX, y - STROKE_PX, ...size].join(' '))
      drawing.style.left = `${Number.parseFloat(left) + x - STROKE_PX}px`
      drawing.style.top = `${Number.parseFloat(top) + y - STROKE_PX}px`
      drawing.style.width = `${size[0]}px`
      drawing.style.height = `${size[1]}px`
    }
  }
}

/**
 * Adds a character of no width before each formula or image within a line of text, which says how wide that is: Slidev
 * exports the text alone, and so would join what is before the formula with what is after it.
 */
function addGaps(): void {
  for (const element of document.querySelectorAll(`.print-slide-container :is(${INLINE})`)) {
    if (isWithinText(element)) {
      const width = Math.min(MOST_PX, Math.round(element.getBoundingClientRect().width))
      const gap = document.createElement('span')
      gap.setAttribute(ATTRIBUTE, '')
      gap.style.cssText = 'display: inline-block; width: 0; white-space: nowrap; color: transparent'
      gap.textContent = String.fromCodePoint(GAP_START + width)
      element.before(gap)
    }
  }
}

/** Indents lines of code by no-break spaces, because Slidev takes other ones off the start of a line. */
function keepIndents(): void {
  for (const code of document.querySelectorAll('.print-slide-container pre')) {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      const indented = text.nodeValue?.replace(/(?<=^|\n) +/g, (spaces) =>
        '\u00A0'.repeat(spaces.length),
      )
      if (indented !== undefined && indented !== text.nodeValue) {
        text.nodeValue = indented
      }
    }
  }
}

/** Removes the gaps that {@link prepareTexts} added. */
export function removeGaps(): void {
  document.querySelectorAll(`[${ATTRIBUTE}]`).forEach((gap) => gap.remove())
}

function isWithinText(element: Element): boolean {
  const { parentElement: parent } = element
  if (!parent || element.matches(PARTS) || parent.matches('.katex-display') || !isShown(element)) {
    return false
  }
  const { display, position, float } = getComputedStyle(element)
  const isInFlow = position === 'static' || position === 'relative'
  const isInLine = display.startsWith('inline') && isInFlow && float === 'none'
  // In others, the gap would be an item of its own.
  const isFlow = /^(?:block|inline|inline-block|list-item|table-cell)$/.test(
    getComputedStyle(parent).display,
  )
  return isInLine && isFlow && [...parent.childNodes].some(isText)
}

function isText(node: Node): boolean {
  return node instanceof Text && node.data.trim() !== ''
}
