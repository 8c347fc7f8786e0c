import { inPx } from '../../observation.ts'
import type { Box } from '../../slide/box.ts'
import type { Graphic } from '../../slide/graphics.ts'
import { ICON_PX } from './alternative-text.ts'
import type { ImageObservation } from './alternative-text.ts'

/** Height, in device px, of the screen that images must be sharp on. */
const SCREEN_PX = 1080

/** An image with at least this share of the pixels it needs looks sharp. */
const SHARP = 0.9

/**
 * An image with less than this share of the pixels it needs is visibly blurred; one with more, only from nearby. An
 * image as wide as its file on a slide 980 px wide has 0.51 of them.
 */
const BLURRED = 0.5

/** Nobody sees that an image is stretched by up to this ratio. */
const LEAST_STRETCH = 1.05

/** Checks whether an image has enough pixels for a 1080p screen. */
export function checkSharp(
  { element, name, drawn }: Graphic,
  edge: Box,
): ImageObservation | undefined {
  if (!(element instanceof HTMLImageElement) || isVector(element) || isPixelArt(element)) {
    return undefined
  }
  const screenScale = SCREEN_PX / (edge.bottom - edge.top)
  const [width, height] = [drawn.right - drawn.left, drawn.bottom - drawn.top]
  const { naturalWidth, naturalHeight } = element
  const isCropped = getComputedStyle(element).objectFit === 'cover'
  const across = width / naturalWidth
  const scale = isCropped ? Math.max(across, height / naturalHeight) : across
  const hasShare = 1 / (scale * screenScale)
  return naturalWidth > 0 && hasShare < SHARP && Math.max(width, height) >= ICON_PX
    ? {
        seen: `${name} is ${inPx(naturalWidth)} wide and shown ${inPx(naturalWidth * scale * screenScale)} wide on a 1080p screen, so it is blurred`,
        expected: 'at least one pixel of the image for each pixel of the screen',
        fix: 'Use a larger image or an SVG, or show it smaller.',
        severity: hasShare < BLURRED && !isAnimation(element) ? 'warning' : 'hint',
      }
    : undefined
}

function isVector({ currentSrc, src }: HTMLImageElement): boolean {
  return /\.svg(?:$|[?#])|^data:image\/svg/.test(currentSrc || src)
}

function isAnimation({ currentSrc }: HTMLImageElement): boolean {
  return /\.gif(?:$|[?#])/.test(currentSrc)
}

/** Tells whether the author wants to show pixels, or no details at all. */
function isPixelArt(element: Element): boolean {
  const { imageRendering, filter } = getComputedStyle(element)
  return imageRendering !== 'auto' || filter.includes('blur')
}

/** Checks an image's proportions. A drawing keeps its own, whatever its box. */
export function checkShape({ element, name }: Graphic): ImageObservation | undefined {
  if (
    !(element instanceof HTMLImageElement) ||
    element.naturalHeight === 0 ||
    isVector(element) ||
    getComputedStyle(element).objectFit !== 'fill'
  ) {
    return undefined
  }
  const { width, height } = contentSize(element)
  const stretch = width / height / (element.naturalWidth / element.naturalHeight)
  return height > 0 && Math.max(stretch, 1 / stretch) > LEAST_STRETCH && width >= ICON_PX
    ? {
        seen: `${name} is stretched to ${inPx(width)} by ${inPx(height)}`,
        expected: "the image's own proportions",
        fix: 'Set its width or its height, not both, or add the class `object-contain`.',
        severity: 'warning',
      }
    : undefined
}

/** Returns the size of an element within its padding, before it is turned or scaled. */
function contentSize(element: HTMLElement): { width: number; height: number } {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element)
  const [left = 0, right = 0, top = 0, bottom = 0] = [
    paddingLeft,
    paddingRight,
    paddingTop,
    paddingBottom,
  ].map((length) => Number.parseFloat(length))
  return {
    width: element.clientWidth - left - right,
    height: element.clientHeight - top - bottom,
  }
}
