import { toBox } from './box.ts'
import type { Box } from './box.ts'

/** Share of a line's height that most fonts keep free above and below their letters. */
const FREE_SHARE = 0.15

/** How far a measured line may differ from what its font says, as a share: beyond that it is turned or scaled. */
const TOLERANCE = 0.1

/** Tells where letters are drawn within a line's box. */
export type InkMeasure = (line: DOMRect) => Box

/**
 * Measures where the letters of texts are drawn within their lines. A line's own box has the height its font
 * declares, which may be twice that of the letters.
 *
 * @returns The measure of a text's lines, for its element and the text itself.
 * @throws {Error} when the browser has no canvas.
 */
export function createInkRuler(): (element: Element, text: string) => InkMeasure {
  const pencil = document.createElement('canvas').getContext('2d')
  if (!pencil) {
    throw new Error('This browser has no canvas to measure texts with.')
  }
  return (element, text) => {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    pencil.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const metrics = pencil.measureText(text.trim())
    return (line) => inkOf(line, metrics)
  }
}

function inkOf(line: DOMRect, metrics: TextMetrics): Box {
  const box = toBox(line)
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = metrics
  const declaredPx = fontBoundingBoxAscent + fontBoundingBoxDescent
  if (Math.abs(line.height / declaredPx - 1) > TOLERANCE) {
    const free = line.height * FREE_SHARE
    return { ...box, top: box.top + free, bottom: box.bottom - free }
  }
  const baseline = box.top + fontBoundingBoxAscent
  return {
    ...box,
    top: baseline - metrics.actualBoundingBoxAscent,
    bottom: baseline + metrics.actualBoundingBoxDescent,
  }
}
