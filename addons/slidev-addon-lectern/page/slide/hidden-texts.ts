import { drawnElements } from './drawn-tree.ts'
import { viewSlide } from './slide-view.ts'

/** Keeps an element's own style while its text is hidden. */
const KEPT = 'data-deck-checks-style'

/** Whatever paints letters, in HTML and in drawings. */
const PAINTS = [
  'color',
  '-webkit-text-fill-color',
  'fill',
  'stroke',
  'text-shadow',
  'text-decoration-color',
]

/** From this width on a stroke of `v-mark` is a ground, as of a highlighter, in CSS px. */
const LEAST_GROUND_PX = 8

/**
 * Makes the letters of a slide transparent, in shadow roots and drawings too, so that their ground is seen;
 * and the thin strokes of `v-mark`, which cross a text and leave it legible.
 */
export function hideTexts(number: number): void {
  const { lines, root } = viewSlide(number)
  const strokes = [...root.querySelectorAll('.rough-annotation path')].filter(
    (path) => Number.parseFloat(getComputedStyle(path).strokeWidth) < LEAST_GROUND_PX,
  )
  for (const element of new Set([...lines.map((line) => line.element), ...strokes])) {
    if (element instanceof HTMLElement || element instanceof SVGElement) {
      element.setAttribute(KEPT, element.getAttribute('style') ?? '')
      element.style.setProperty('transition', 'none', 'important')
      for (const paint of PAINTS) {
        const value = paint === 'text-shadow' ? 'none' : 'transparent'
        element.style.setProperty(paint, value, 'important')
      }
    }
  }
}

/** Shows the hidden letters again. */
export function showTexts(): void {
  for (const element of drawnElements(document.body)) {
    const style = element.getAttribute(KEPT)
    if (style !== null) {
      element.setAttribute('style', style)
      element.removeAttribute(KEPT)
    }
    if (style === '') {
      element.removeAttribute('style')
    }
  }
}
