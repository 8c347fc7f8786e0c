import type { Box } from './box.ts'
import { drawnAt, isWithin } from './drawn-tree.ts'
import type { TextLine } from './slide-view.ts'

/** Runs a function while every element can be hit: one with `pointer-events: none` would not be found. */
export function withHitTests<T>(run: () => T): T {
  const style = document.createElement('style')
  style.textContent = '*, *::before, *::after { pointer-events: auto !important; }'
  document.head.append(style)
  try {
    return run()
  } finally {
    style.remove()
  }
}

/**
 * Tells whether an element is drawn over a text in the middle of their shared area. A text that is not drawn there, such
 * as one that is clipped, is covered by nothing. Call it within `withHitTests`.
 */
export function isOver(cover: Element, common: Box, { element }: TextLine): boolean {
  const at = drawnAt((common.left + common.right) / 2, (common.top + common.bottom) / 2)
  const coverAt = at.findIndex((each) => isWithin(each, cover))
  const textAt = at.findIndex((each) => isWithin(each, element))
  return coverAt !== -1 && coverAt < textAt
}
