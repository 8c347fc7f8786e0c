import { closestDrawn, drawnParent } from './drawn-tree.ts'
import { isInvisible } from './opacity.ts'

/** Selects later click steps, and elements that Vue or magic move is taking away. */
const HIDDEN = '.slidev-vclick-hidden, [class*="-leave-active"], [class*="-leave-to"]'

/** Tells whether an element is visible, even if another one covers or clips it. */
export function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !closestDrawn(element, HIDDEN) &&
    !isInvisible(element) &&
    !isForScreenReaders(element)
  )
}

/** Tells whether only screen readers get an element, because it is clipped to a point. */
function isForScreenReaders(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    const { clip, clipPath, overflow, position } = getComputedStyle(at)
    const isPoint = position === 'absolute' && overflow !== 'visible' && isTiny(at)
    if (isPoint || clip === 'rect(0px, 0px, 0px, 0px)' || clipPath === 'inset(50%)') {
      return true
    }
  }
  return false
}

function isTiny(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width <= 2 && height <= 2
}
