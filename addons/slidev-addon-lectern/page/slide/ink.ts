import { toBox } from './box.ts'
import type { Box } from './box.ts'

/** Share of a line's height that most fonts leave empty above, and below, their letters. */
const FREE_SHARE = 0.15

/** Largest difference between a line's height and its font's, as a share; a larger one means a rotated or scaled text. */
const TOLERANCE = 0.1

/** Returns the box around the letters of a line, given the line's own box. */
export type InkMeasure = (line: DOMRect) => Box

/**
 * Creates a function that measures where letters are drawn within their lines. A line's own box is as high as
 * its font declares, which may be twice the height of the letters.
 *
 * @returns A function that takes a text and its element, and returns the measure of its lines.
 * @throws {Error} if the browser has no canvas.
 */
export function createInkRuler(): (element: Element, text: string) => InkMeasure {
  const pencil = document.createElement('canvas').getContext('2d')
  if (!pencil) {
    throw new Error('This browser has no canvas, which is needed to measure texts.')
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
