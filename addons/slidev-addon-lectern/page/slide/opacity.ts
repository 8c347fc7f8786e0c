import { drawnParent } from './drawn-tree.ts'

/** Selects elements that Slidev dims on purpose: lines of code out of focus, and later click steps. */
export const DIMMED =
  '.slidev-code-dishonored, .dishonored, .slidev-vclick-fade, .slidev-vclick-hidden'

/** Returns an element's opacity multiplied by that of all elements around it, from 0 to 1. */
export function opacityOf(element: Element): number {
  const parent = drawnParent(element)
  return Number(getComputedStyle(element).opacity) * (parent ? opacityOf(parent) : 1)
}
