import { loadFonts } from '../../client/load-fonts.ts'
import { nextFrame } from '../next-frame.ts'

/** Size of a window in CSS px. */
export interface WindowSize {
  width: number
  height: number
}

/** Selects a figure on the page of figures: the only child of its frame. */
export const FIGURE = '.lectern-figures .lectern-figure > *'

/**
 * Waits until the figure that is shown is drawn, with its fonts and images. Hides what is behind it, so that its corners
 * are transparent.
 *
 * @returns Least size of a window that shows all of it.
 * @throws {Error} when its component has no root element, or several.
 */
export async function settleFigure(): Promise<WindowSize> {
  const root = findFigure()
  await loadFonts(root)
  await document.fonts.ready
  const images = [...root.querySelectorAll('img')]
  await Promise.all(images.map(async (image) => image.decode().catch(() => {})))
  hideBackgrounds(root)
  await nextFrame()
  await nextFrame()
  const { right, bottom } = root.getBoundingClientRect()
  return { width: Math.ceil(right), height: Math.ceil(bottom) }
}

/** Returns the number of the last step at which a part of the figure appears; 0 without steps. */
export function countFigureSteps(): number {
  const parts = findFigure().querySelectorAll('[data-step]')
  return Math.max(0, ...Array.from(parts, (part) => Number(part.getAttribute('data-step')) || 0))
}

/** Returns the root element of the figure that is shown. */
export function findFigure(): Element {
  const roots = document.querySelectorAll(FIGURE)
  const [root] = roots
  if (!root || roots.length > 1) {
    throw new Error(`its component has ${roots.length} root elements, and needs one.`)
  }
  return root
}

function hideBackgrounds(root: Element): void {
  for (let at = root.parentElement; at; at = at.parentElement) {
    at.style.setProperty('background', 'none', 'important')
  }
}
