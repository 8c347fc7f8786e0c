import { intersect } from './box.ts'
import type { Box } from './box.ts'

/** A column of an image with less opacity than this, on average, hides nothing. */
const OPAQUE = 0.5

/** Share of a text's height that must be shared with something else for letters to be hidden, or to run into others. */
export const LETTER_SHARE = 0.35

/** Number of samples across and down. */
const SAMPLES = 32

/**
 * Tells whether an image or canvas is transparent in an area of a line, as cut-out images are around their subject, but
 * for less than a letter's width. Others are never taken for transparent, and neither is an image of another host, whose pixels cannot be read.
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
  const { left, top, right, bottom } = intersect(box, area)
  const across = SAMPLES / (right - left)
  const down = SAMPLES / (bottom - top)
  try {
    // Cuts by the place, because a drawing without a size of its own (an SVG file with only a `viewBox`) has no part
    // that could be named in its pixels.
    pencil.drawImage(
      element,
      (box.left - left) * across,
      (box.top - top) * down,
      (box.right - box.left) * across,
      (box.bottom - box.top) * down,
    )
    const { data } = pencil.getImageData(0, 0, SAMPLES, SAMPLES)
    const hidden = (countOpaqueColumns(data) / SAMPLES) * (right - left)
    return hidden <= (bottom - top) * LETTER_SHARE
  } catch {
    return false
  }
}

function countOpaqueColumns(data: Uint8ClampedArray): number {
  const sums = Array.from({ length: SAMPLES }, () => 0)
  for (let pixel = 0; pixel * 4 < data.length; pixel += 1) {
    const column = pixel % SAMPLES
    sums[column] = (sums[column] ?? 0) + (data[pixel * 4 + 3] ?? 0)
  }
  return sums.filter((sum) => sum / SAMPLES >= OPAQUE * 255).length
}
