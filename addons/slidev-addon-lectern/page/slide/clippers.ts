import { intersect, toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnParent } from './drawn-tree.ts'

/** A box that cuts off what reaches beyond it. */
export interface Clipper {
  element: Element
  /** Its box within its borders; infinite in directions in which it does not clip. */
  limit: Box
}

/** Selects elements that cannot clip content of their own. */
const REPLACED = 'img, svg, iframe, video, canvas, object, embed'

/**
 * Lists the boxes around an element that clip it, the innermost first. A box that is no containing block of a
 * positioned element does not clip it.
 */
export function listClippers(element: Element, root: Element): Clipper[] {
  const clippers: Clipper[] = []
  let position = element.matches(REPLACED) ? getComputedStyle(element).position : 'static'
  const start = element.matches(REPLACED) ? drawnParent(element) : element
  for (let at = start; at && at !== root; at = drawnParent(at)) {
    const style = getComputedStyle(at)
    if (contains(style, position)) {
      clippers.push({ element: at, limit: clipBox(at, style) })
      position = style.position
    } else if (style.clipPath !== 'none') {
      clippers.push({ element: at, limit: toBox(at.getBoundingClientRect()) })
    }
  }
  return clippers.filter((each) => isClipping(each) && !closestDrawn(each.element, 'svg'))
}

/** Returns the part of a box that the clippers leave visible; its width or height is 0 or less if they leave none. */
export function visiblePart(box: Box, clippers: readonly Clipper[]): Box {
  return clippers.reduce((rest, { limit }) => intersect(rest, limit), box)
}

/** Tells whether an element is the containing block of a child with this position, or of the child's own parents. */
function contains(style: CSSStyleDeclaration, position: string): boolean {
  const { transform, filter, perspective, translate, rotate, scale } = style
  const isMoved = [transform, filter, perspective, translate, rotate, scale].some(
    (value) => value !== 'none' && value !== '',
  )
  if (position === 'fixed') {
    return isMoved || /paint|layout|strict|content/.test(style.contain)
  }
  return position !== 'absolute' || style.position !== 'static' || isMoved
}

function isClipping({ limit }: Clipper): boolean {
  return Object.values(limit).some((side) => Number.isFinite(side))
}

function clipBox(element: Element, { overflowX, overflowY, clipPath }: CSSStyleDeclaration): Box {
  if (clipPath !== 'none') {
    return toBox(element.getBoundingClientRect())
  }
  const box = toBox(element.getBoundingClientRect())
  const scale = scaleOf(element, box)
  const left = box.left + element.clientLeft * scale
  const top = box.top + element.clientTop * scale
  const isOpenAcross = overflowX === 'visible'
  const isOpenDown = overflowY === 'visible'
  return {
    left: isOpenAcross ? -Infinity : left,
    right: isOpenAcross ? Infinity : left + element.clientWidth * scale,
    top: isOpenDown ? -Infinity : top,
    bottom: isOpenDown ? Infinity : top + element.clientHeight * scale,
  }
}

/** Returns px of the window per CSS px of an element, whose `clientWidth` knows of no zoom and no transform. */
function scaleOf(element: Element, box: Box): number {
  const widthPx = element instanceof HTMLElement ? element.offsetWidth : 0
  return widthPx > 0 ? (box.right - box.left) / widthPx : 1
}
