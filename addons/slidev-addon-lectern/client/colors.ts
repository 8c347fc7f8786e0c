/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** A color, and its alpha from 0 to 1. */
export interface Paint {
  rgb: Rgb
  alpha: number
}

let canvas: OffscreenCanvasRenderingContext2D | null | undefined

/** Reads a color in any of the notations that the browser knows, such as `oklch(…)`. */
export function readColor(css: string): Paint {
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!canvas) {
    return { rgb: [255, 255, 255], alpha: 0 }
  }
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = 'transparent'
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

/** Computes the contrast of two colors by WCAG 2.2, from 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Computes the relative luminance of a color by WCAG 2.2, from 0 to 1. */
export function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * toLight(red) + 0.7152 * toLight(green) + 0.0722 * toLight(blue)
}

function toLight(channel: number): number {
  return LIGHT[channel] ?? computeLight(channel)
}

function computeLight(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Linear light of the whole values of a channel, because images have many. */
const LIGHT = Array.from({ length: 256 }, (_, channel) => computeLight(channel))
