import { intersect } from './box.ts'
import type { Box } from './box.ts'

/** A part of an image with less opacity than this, on average, hides nothing. */
const OPAQUE = 0.5

/** Number of samples across and down. */
const SAMPLES = 8

/**
 * Tells whether an image or canvas is transparent in an area, as cut-out images are around their subject. Others are
 * never taken for transparent, and neither is an image of another host, whose pixels cannot be read.
 */
export function isSeeThrough({ element, box }: { element: Element; box: Box }, area: Box): boolean {
  if (element instanceof HTMLImageElement && element.naturalWidth === 0) {
    return true
  }
  const isPicture = element instanceof HTMLImageElement || element instanceof HTMLCanvasElement
  const pencil = isPicture
    ? new OffscreenCanvas(SAMPLES, SAMPLES).getContext('2d', { willReadFrequently: true })
    : null
  if (!isPicture || !pencil || getComputedStyle(element).objectFit === 'cover') {
    return false
  }
  const [wide, high] =
    element instanceof HTMLImageElement
      ? [element.naturalWidth, element.naturalHeight]
      : [element.width, element.height]
  const { left, top, right, bottom } = intersect(box, area)
  const across = wide / (box.right - box.left)
  const down = high / (box.bottom - box.top)
  try {
    pencil.drawImage(
      element,
      (left - box.left) * across,
      (top - box.top) * down,
      (right - left) * across,
      (bottom - top) * down,
      0,
      0,
      SAMPLES,
      SAMPLES,
    )
    const { data } = pencil.getImageData(0, 0, SAMPLES, SAMPLES)
    const alphas = data.filter((_value, index) => index % 4 === 3)
    return alphas.reduce((sum, alpha) => sum + alpha, 0) / alphas.length < OPAQUE * 255
  } catch {
    return false
  }
}
