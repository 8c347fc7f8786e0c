import { closestDrawn, drawnElements } from '../../slide/drawn-tree.ts'
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

/** A stroke with at least this width, in CSS px, is a background, such as a highlighter's. */
const LEAST_BACKGROUND_PX = 8

/**
 * Makes a slide's letters transparent, so that a screenshot shows their background only. Hides thin strokes of drawings
 * too, such as those of `v-mark` or a circle around a word: they leave a text legible.
 */
export function hideTexts(number: number): void {
  const { lines, root } = viewSlide(number)
  for (const { element } of lines) {
    hideLetters(element)
  }
  for (const element of drawnElements(root)) {
    if (element instanceof SVGGeometryElement && widthOfStroke(element) < LEAST_BACKGROUND_PX) {
      hide(element, ['stroke'])
    }
  }
}

/** Hides the letters of an element, and the line under a link: many themes draw it as a border. */
function hideLetters(element: Element): void {
  for (const each of [closestDrawn(element, 'a'), element]) {
    if (each) {
      hide(each, each.matches('a') ? [...PAINTS, 'border-color'] : PAINTS)
    }
  }
}

/** Returns the width of a shape's line as it is drawn, in CSS px. */
function widthOfStroke(shape: SVGGeometryElement): number {
  const { strokeWidth, vectorEffect } = getComputedStyle(shape)
  const { a = 1, b = 0 } = shape.getScreenCTM() ?? {}
  const scale = vectorEffect === 'non-scaling-stroke' ? 1 : Math.hypot(a, b)
  return Number.parseFloat(strokeWidth) * scale
}

function hide(element: Element, paints: readonly string[]): void {
  if (
    (element instanceof HTMLElement || element instanceof SVGElement) &&
    !element.hasAttribute(KEPT)
  ) {
    element.setAttribute(KEPT, element.getAttribute('style') ?? '')
    element.style.setProperty('transition', 'none', 'important')
    for (const paint of paints) {
      const value = paint === 'text-shadow' ? 'none' : 'transparent'
      element.style.setProperty(paint, value, 'important')
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
