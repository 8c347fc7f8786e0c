import { drawnParent } from './drawn-tree.ts'

/** Dimmed by Slidev on purpose: lines of code that are not talked about now, steps to come. */
export const DIMMED =
  '.slidev-code-dishonored, .dishonored, .slidev-vclick-fade, .slidev-vclick-hidden'

/** Opacity of an element with what the elements around it add to it, from 0 to 1. */
export function opacityOf(element: Element): number {
  const parent = drawnParent(element)
  return Number(getComputedStyle(element).opacity) * (parent ? opacityOf(parent) : 1)
}
