import { drawnElements } from '../../slide/drawn-tree.ts'
import { viewSlide } from '../../slide/slide-view.ts'

/** Attribute that keeps an element's own style while its text is hidden. */
const KEPT = 'data-lectern-style'

/** Properties that paint letters, in HTML and in drawings. */
const PAINTS = [
  'color',
  '-webkit-text-fill-color',
  'fill',
  'stroke',
  'text-shadow',
  'text-decoration-color',
]

/** A stroke of `v-mark` with at least this width, in CSS px, is a background, such as a highlighter's. */
const LEAST_BACKGROUND_PX = 8

/**
 * Makes a slide's letters transparent, so that a screenshot shows their background only. Hides thin strokes of
 * `v-mark` too: they leave a text legible.
 */
export function hideTexts(number: number): void {
  const { lines, root } = viewSlide(number)
  const strokes = [...root.querySelectorAll('.rough-annotation path')].filter(
    (path) => Number.parseFloat(getComputedStyle(path).strokeWidth) < LEAST_BACKGROUND_PX,
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

/** Shows the letters again. */
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
