import { intersect } from '../../slide/box.ts'
import type { Box } from '../../slide/box.ts'
import type { Item } from './items.ts'

/** Up to this many CSS px nobody sees that something is missing. */
const TOLERANCE_PX = 2

/** Content of which nothing is inside, this far outside, in CSS px, is hidden on purpose, such as for screen readers. */
const PARKED_PX = 2000

export const EDGES = ['left', 'top', 'right', 'bottom'] as const
export type Edge = (typeof EDGES)[number]

/** Returns how far a box reaches beyond one edge of another, in px; negative if it ends before. */
export function distanceBeyond(box: Box, limit: Box, side: Edge): number {
  return side === 'left' || side === 'top' ? limit[side] - box[side] : box[side] - limit[side]
}

/**
 * Tells whether an item that reaches beyond a limit is cut off, and not hidden outside of it on purpose: by its
 * position or a transform, wholly.
 *
 * @param by - Distance in px of the window.
 * @param scale - Px of the window per CSS px.
 */
export function isCutOff(by: number, item: Item, limit: Box, scale: number): boolean {
  if (by <= TOLERANCE_PX * scale) {
    return false
  }
  return isPartlyInside(item.box, limit)
    ? !isBackground(item, limit)
    : by < PARKED_PX * scale && !item.isMoved
}

/** Tells whether two boxes share an area. */
export function isPartlyInside(box: Box, limit: Box): boolean {
  const { left, right, top, bottom } = intersect(box, limit)
  return left < right && top < bottom
}

/** Tells whether an item fills all of the area, so that it is its background. */
function isBackground({ kind, box }: Item, limit: Box): boolean {
  return kind !== 'text' && EDGES.every((side) => distanceBeyond(box, limit, side) >= -TOLERANCE_PX)
}

/** Returns how many other items a message about the first one counts. */
export function countOthers(items: readonly Item[]): number {
  return new Set(items.map(({ name }) => name)).size - 1
}

/** Returns the different texts among items. */
export function textsOf(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap(({ hint }) => hint.text ?? []))]
}
