import { quote } from '../observation.ts'
import { intersect, toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnElements, isWithin } from './drawn-tree.ts'
import { isOver } from './hit-test.ts'
import { isShown } from './slide-view.ts'
import type { SlideView, TextLine } from './slide-view.ts'

/** Boxes that share at most this many CSS px in width or height do not overlap: layouts are rounded. */
const LEAST_COMMON_PX = 2

/** A box with at least this opacity hides the text under it. */
const OPAQUE = 0.5

/** Something that can hide a text. */
export interface Cover {
  element: Element
  name: string
  box: Box
}

/** Lists everything on a slide that can hide a text: images, filled shapes and opaque boxes. */
export function listCovers({ root, graphics }: SlideView): Cover[] {
  const shown = graphics
    .filter(({ element }) => element.localName !== 'svg')
    .map(({ element, name, drawn }) => ({ element, name, box: drawn }))
  const painted = [...drawnElements(root)]
    .filter((element) => isShape(element) || isOpaqueBox(element))
    .map((element) => ({
      element,
      name: element instanceof SVGElement ? 'a drawing' : describeBox(element),
      box: toBox(element.getBoundingClientRect()),
    }))
  return [...shown, ...painted]
}

function isShape(element: Element): boolean {
  return (
    element instanceof SVGGeometryElement &&
    element.localName !== 'line' &&
    isShown(element) &&
    !closestDrawn(element, '.rough-annotation, defs, marker, clipPath, mask') &&
    // A line across a text leaves it legible; a filled area does not.
    isOpaque(getComputedStyle(element).fill) &&
    Number(getComputedStyle(element).fillOpacity) >= OPAQUE
  )
}

function isOpaqueBox(element: Element): boolean {
  const { backgroundColor, opacity, display } = getComputedStyle(element)
  return (
    element instanceof HTMLElement &&
    display !== 'inline' &&
    isOpaque(backgroundColor) &&
    Number(opacity) >= OPAQUE &&
    isShown(element)
  )
}

function isOpaque(color: string): boolean {
  const alpha = /[,/]\s*([\d.]+)\)$/.exec(color)?.[1]
  return color !== 'none' && (!/^rgba|\//.test(color) || Number(alpha) >= OPAQUE)
}

function describeBox(element: Element): string {
  const text = element.textContent.trim()
  return text ? `the box around ${quote(text)}` : `an opaque <${element.localName}>`
}

/** Tells whether a text is covered. Call it within `withHitTests`. */
export function isCovering(cover: Cover, line: TextLine): boolean {
  const { element, ink } = line
  if (
    !isLarge(intersect(cover.box, ink)) ||
    isWithin(element, cover.element) ||
    sharesDrawing(element, cover.element)
  ) {
    return false
  }
  return isOver(cover.element, cover.box, line)
}

/** Tells whether a text belongs to the same drawing as its cover: there, labels on shapes are intended. */
function sharesDrawing(one: Element, other: Element): boolean {
  const drawing = closestDrawn(other, 'svg')
  return drawing !== undefined && isWithin(one, drawing)
}

/** Tells whether a shared area is larger than a rounding of the layout. */
export function isLarge({ left, right, top, bottom }: Box): boolean {
  return right - left > LEAST_COMMON_PX && bottom - top > LEAST_COMMON_PX
}
