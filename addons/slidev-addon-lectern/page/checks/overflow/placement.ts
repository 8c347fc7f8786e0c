import { drawnParent } from '../../slide/drawn-tree.ts'

/** A positioned box with at least this share of the slide's area holds its text: it is a part of the layout. */
const LAYOUT_SHARE = 0.5

/** Tells whether an element, or a box around it within the slide, is taken out of the flow of the text. */
export function isPositioned(element: Element, root: Element): boolean {
  return hasAround(
    element,
    root,
    ({ position, float }) => ['absolute', 'fixed'].includes(position) || float !== 'none',
  )
}

/** Tells whether an element, or a box around it within the slide, is moved or turned by a transform. */
export function isMoved(element: Element, root: Element): boolean {
  return hasAround(
    element,
    root,
    ({ transform, translate, rotate }) =>
      (transform !== 'none' && !/^matrix\([\d.]+, 0, 0, [\d.]+, 0, 0\)$/.test(transform)) ||
      translate !== 'none' ||
      rotate !== 'none',
  )
}

function hasAround(
  element: Element,
  root: Element,
  isSo: (style: CSSStyleDeclaration) => boolean,
): boolean {
  for (
    let at: Element | undefined = element;
    at && at !== root && !at.matches('.slidev-layout');
    at = drawnParent(at)
  ) {
    if (isSo(getComputedStyle(at)) && areaOf(at) < areaOf(root) * LAYOUT_SHARE) {
      return true
    }
  }
  return false
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect()
  return width * height
}
