/** Papers of the article in light and in dark mode, as red, green and blue from 0 to 255. */
const PAPERS = { light: [255, 255, 255], dark: [18, 18, 18] } as const

/** Least contrast of a color that is kept; below it, the text takes the article's own color. */
const LEAST_CONTRAST = 3

/** Alpha from which on a background hides the paper. */
const OPAQUE = 0.5

/** Matches styles that have another color in dark mode. */
const BY_MODE_RE = /var\(|dark:/

type Color = readonly [red: number, green: number, blue: number]

/**
 * Whether the color of a part of a line can be read in the article, which has not the background of its slide: on the
 * part's own background, otherwise on the paper. A color that is the same in both modes must be legible in both.
 */
export function isLegible(element: Element, style: CSSStyleDeclaration): boolean {
  const color = readColor(style.color)
  const own = readColor(style.backgroundColor)
  if (own.alpha > OPAQUE) {
    return contrastOf(color.rgb, own.rgb) >= LEAST_CONTRAST
  }
  const isDark = document.documentElement.classList.contains('dark')
  const declared = `${element.getAttribute('style') ?? ''} ${element.getAttribute('class') ?? ''}`
  const papers = BY_MODE_RE.test(declared)
    ? [isDark ? PAPERS.dark : PAPERS.light]
    : Object.values(PAPERS)
  return papers.every((paper) => contrastOf(color.rgb, paper) >= LEAST_CONTRAST)
}

let canvas: CanvasRenderingContext2D | null | undefined

/** Reads a color in any of the forms that a browser computes, such as `oklch(…)`. */
function readColor(css: string): { rgb: Color; alpha: number } {
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) {
    return { rgb: PAPERS.light, alpha: 0 }
  }
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

/** Returns the contrast of two colors by WCAG 2, from 1 to 21. */
function contrastOf(one: Color, other: Color): number {
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
