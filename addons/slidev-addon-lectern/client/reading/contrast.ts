/** Red, green and blue from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number]

let canvas: CanvasRenderingContext2D | null | undefined

/**
 * Reads a color in any of the forms that a browser computes, such as `oklch(…)`.
 *
 * @returns Its channels, and its alpha from 0 to 1.
 */
export function readColor(css: string): { rgb: Color; alpha: number } {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) {
    return { rgb: [0, 0, 0], alpha: 0 }
  }
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

/** Returns the contrast of two colors by WCAG 2, from 1 to 21. */
export function contrastOf(one: Color, other: Color): number {
  const [light = 1, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminanceOf(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
