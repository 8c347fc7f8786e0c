import { drawnParent } from '../slide/drawn-tree.ts'
import { viewElement } from '../slide/slide-view.ts'

/** Limits the height of a slide's large images to a share of the slide's; 1 leaves them as they are. */
export type ImageCap = (share: number) => void

/** Smaller images, by the share of the slide's height, are not what makes a slide too full. */
const LEAST_LARGE_SHARE = 0.3

/** Selects images that keep their ratio in a box of another size. */
const SCALABLE = 'img, svg[viewBox]'

/**
 * Creates a limit for the large images in the flow of a slide's text; not for one that the author crops.
 *
 * @returns `undefined` where there are none.
 */
export function createImageCap(root: HTMLElement): ImageCap | undefined {
  const slidePx = root.offsetHeight
  const images = viewElement(root, 0)
    .graphics.map(({ element }) => element)
    .filter((element) => element instanceof HTMLElement || element instanceof SVGElement)
    .filter((element) => element.matches(SCALABLE) && isInFlow(element, root))
    .map((element) => ({ element, size: readSize(element), style: element.style.cssText }))
    .filter(({ size }) => size.height > slidePx * LEAST_LARGE_SHARE)
  const cap: ImageCap = (share) => {
    for (const { element, size, style } of images) {
      element.style.cssText = style
      const scale = (slidePx * share) / size.height
      if (share < 1 && scale < 1) {
        // The author may have set both, in any unit, and the deck's style limits.
        element.style.setProperty('width', `${size.width * scale}px`, 'important')
        element.style.setProperty('height', `${size.height * scale}px`, 'important')
      }
    }
  }
  return images.length > 0 ? cap : undefined
}

/** Returns the size of an element in its own CSS px, at which it is drawn before it is scaled. */
function readSize(element: HTMLElement | SVGElement): { width: number; height: number } {
  const { width, height } = getComputedStyle(element)
  return { width: Number.parseFloat(width), height: Number.parseFloat(height) }
}

/** Tells whether no box around an element is placed outside the flow of the text, or crops it. */
function isInFlow(element: Element, root: Element): boolean {
  for (let at: Element | undefined = element; at && at !== root; at = drawnParent(at)) {
    const { position, overflow } = getComputedStyle(at)
    const isPlaced = position === 'absolute' || position === 'fixed'
    // An image itself always clips its content.
    const isCropping = at !== element && overflow !== 'visible'
    if (!at.matches('.slidev-page, .slidev-layout') && (isPlaced || isCropping)) {
      return false
    }
  }
  return true
}
