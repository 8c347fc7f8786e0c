import type { Point } from './geometry.ts'

/** Where a box lies: the top left corner and the size, in CSS px from the body's top left. */
export interface Place {
  x: number
  y: number
  w: number
  h: number
}

/** A side of a box. */
export type Side = 'left' | 'right' | 'top' | 'bottom'

/** The middle of a box's side: where an arrow leaves or enters it. */
export function middleOf({ x, y, w, h }: Place, side: Side): Point {
  const across = side === 'left' ? 0 : side === 'right' ? w : w / 2
  const down = side === 'top' ? 0 : side === 'bottom' ? h : h / 2
  return [x + across, y + down]
}
