/** A rectangle of the window in CSS px. A slide is shown at scale 1, so these are the slide's px. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What two boxes share; its width or height is 0 or less when they do not meet. */
export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

export function toBox({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom }
}
