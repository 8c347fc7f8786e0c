/** A rectangle of the window in CSS px. A slide is shown at scale 1, so these are also px of the slide. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Returns the area two boxes share; its width or height is 0 or less if they do not meet. */
export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

/** Copies a rectangle of the DOM. */
export function toBox({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom }
}
