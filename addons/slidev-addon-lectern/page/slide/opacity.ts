import { drawnParent } from './drawn-tree.ts'

/** Selects elements that Slidev dims on purpose: lines of code out of focus, and later click steps. */
export const DIMMED =
  '.slidev-code-dishonored, .dishonored, .slidev-vclick-fade, .slidev-vclick-hidden'

/** Nobody sees what has at most this opacity. */
const INVISIBLE = 0.05

/** Returns an element's opacity multiplied by that of all elements around it, from 0 to 1. */
export function opacityOf(element: Element): number {
  const parent = drawnParent(element)
  return Number(getComputedStyle(element).opacity) * (parent ? opacityOf(parent) : 1)
}

/** Tells whether an element is too transparent to be seen. */
export function isInvisible(element: Element): boolean {
  return opacityOf(element) <= INVISIBLE
}

/** Tells whether an element's letters are transparent, and nothing else draws them: no shadow, stroke or background. */
export function isTransparent(element: Element): boolean {
  const { webkitTextFillColor, webkitTextStrokeWidth, textShadow, fill, stroke } =
    getComputedStyle(element)
  if (element instanceof SVGElement) {
    return alphaOf(fill) <= INVISIBLE && alphaOf(stroke) <= INVISIBLE
  }
  return (
    alphaOf(webkitTextFillColor) <= INVISIBLE &&
    webkitTextStrokeWidth === '0px' &&
    textShadow === 'none' &&
    !hasTextBackground(element)
  )
}

function hasTextBackground(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    if (getComputedStyle(at).backgroundClip.includes('text')) {
      return true
    }
  }
  return false
}

/** Returns the opacity of a computed color, from 0 to 1. */
export function alphaOf(color: string): number {
  if (color === 'none' || color === 'transparent') {
    return 0
  }
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(color)
  return alpha ? Number(alpha[1] ?? alpha[2]) : 1
}
