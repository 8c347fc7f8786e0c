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

/** Makes the letters of a slide transparent, in shadow roots and drawings too, so that their ground is seen. */
export function hideTexts(number: number): void {
  for (const element of new Set(viewSlide(number).lines.map((line) => line.element))) {
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
