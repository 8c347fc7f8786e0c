import { quote } from '../observation.ts'
import { intersect, toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnElements, isWithin } from './drawn-tree.ts'
import { isOver } from './hit-test.ts'
import { isShown } from './slide-view.ts'
import type { SlideView, TextLine } from './slide-view.ts'

/** Less than this in common, in CSS px each way, is rounding. */
const LEAST_COMMON_PX = 2

/** From this opacity on a box hides what is under it. */
const OPAQUE = 0.5

/** Something that can hide a text. */
export interface Cover {
  element: Element
  name: string
  box: Box
}

/** What of a slide can hide a text: pictures, filled shapes and opaque boxes. */
export function listCovers({ root, pictures }: SlideView): Cover[] {
  const shown = pictures
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
    // A line crosses a text and leaves it legible; an area hides it.
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

/** Whether something lies over a text; only within `withHitTests`. */
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

/** Within one drawing its author stacks shapes and labels. */
function sharesDrawing(one: Element, other: Element): boolean {
  const drawing = closestDrawn(other, 'svg')
  return drawing !== undefined && isWithin(one, drawing)
}

/** Whether two boxes share more than a rounding of the layout. */
export function isLarge({ left, right, top, bottom }: Box): boolean {
  return right - left > LEAST_COMMON_PX && bottom - top > LEAST_COMMON_PX
}
