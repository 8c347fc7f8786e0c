import { quote } from '../observation.ts'
import { intersect, toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnElements, isWithin } from './drawn-tree.ts'
import { isOver } from './hit-test.ts'
import { alphaOf, opacityOf } from './opacity.ts'
import { isSeeThrough, LETTER_SHARE } from './see-through.ts'
import { isShown } from './shown.ts'
import type { SlideView, TextLine } from './slide-view.ts'

/** A box with at least this opacity hides the text under it. */
const OPAQUE = 0.5

/** Boxes that share at most this many CSS px in width or height do not overlap: layouts are rounded. */
const LEAST_COMMON_PX = 2

/** Something that can hide a text. */
export interface Cover {
  element: Element
  name: string
  box: Box
}

/** Selects what lies over a slide for a moment, or on purpose: popups, strokes of `v-mark`, and drawings of the presenter. */
const OVERLAY = '.v-popper__popper, .twoslash-popup-container, .rough-annotation, .slidev-drawings'

/** Lists everything on a slide that can hide a text: images, filled shapes and opaque boxes. */
export function listCovers({
  root,
  graphics,
}: Pick<SlideView, 'graphics'> & { root: Element }): Cover[] {
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
  return [...shown, ...painted].filter(
    ({ element }) =>
      isShown(element) &&
      opacityOf(element) >= OPAQUE &&
      getComputedStyle(element).mixBlendMode === 'normal' &&
      !closestDrawn(element, OVERLAY),
  )
}

function isShape(element: Element): boolean {
  return (
    element instanceof SVGGeometryElement &&
    element.localName !== 'line' &&
    !closestDrawn(element, 'defs, marker, clipPath, mask') &&
    // A line across a text leaves it legible; a filled area does not.
    alphaOf(getComputedStyle(element).fill) >= OPAQUE &&
    Number(getComputedStyle(element).fillOpacity) >= OPAQUE
  )
}

function isOpaqueBox(element: Element): boolean {
  const { backgroundColor, display, maskImage, backgroundClip } = getComputedStyle(element)
  return (
    element instanceof HTMLElement &&
    display !== 'inline' &&
    alphaOf(backgroundColor) >= OPAQUE &&
    maskImage === 'none' &&
    !backgroundClip.includes('text')
  )
}

function describeBox(element: Element): string {
  const text = element.textContent.trim()
  return text ? `the box around ${quote(text)}` : `an opaque <${element.localName}>`
}

/** Tells whether a text is covered. Call it within `withHitTests`. */
export function isCovering(cover: Cover, line: TextLine): boolean {
  const { element, ink } = line
  const common = intersect(cover.box, ink)
  return (
    isTouching(common, ink) &&
    !isWithin(element, cover.element) &&
    !sharesDrawing(element, cover.element) &&
    isOver(cover.element, common, line) &&
    !isSeeThrough(cover, common)
  )
}

/** Tells whether a text belongs to the same drawing as its cover: there, labels on shapes are intended. */
function sharesDrawing(one: Element, other: Element): boolean {
  const drawing = closestDrawn(other, 'svg')
  return drawing !== undefined && isWithin(one, drawing)
}

/** Tells whether an area takes enough of a text for its letters to be touched, and not only the space around them. */
export function isTouching({ left, right, top, bottom }: Box, ink: Box): boolean {
  const height = ink.bottom - ink.top
  const least = Math.max(LEAST_COMMON_PX, height * LETTER_SHARE)
  return right - left > least && bottom - top > least
}
