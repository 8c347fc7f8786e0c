import type { NodeResult } from 'axe-core'

import type { Rgb } from '../../../client/colors.ts'
import type { SourceHint } from '../../../deck/source-lines.ts'
import { andMore, quote } from '../../observation.ts'
import type { Observation } from '../../observation.ts'
import type { Box } from '../../slide/box.ts'
import { closestDrawn, drawnParent } from '../../slide/drawn-tree.ts'
import { opacityOf } from '../../slide/opacity.ts'
import { isShown } from '../../slide/shown.ts'
import type { TextLine } from '../../slide/slide-view.ts'
import { describeContrast } from './contrast.ts'
import type { MeasuredContrast } from './contrast.ts'
import { CODE, isOnRemoteImage, readStyle } from './text-style.ts'
import type { TextStyle } from './text-style.ts'
import { hintOf } from './violations.ts'

/** A text whose contrast axe-core cannot compute, such as one on an image: it is measured in a screenshot. */
export interface UnclearText {
  hint: SourceHint
  /** The words to quote: the element's own ones, which may be fewer than the hint's. */
  words: string
  color: Rgb
  /** From 0 to 1: of the color and of all elements around the text. */
  opacity: number
  /** Least contrast: 3 for large text, else 4.5. */
  least: number
  /** Its lines, in CSS px of the window. */
  boxes: Box[]
  style: TextStyle
}

/** Describes all texts of the same style and colors together. */
export function describeContrasts(nodes: readonly NodeResult[]): Observation[] {
  const byStyle = new Map<string, ContrastGroup>()
  for (const { element, any } of nodes) {
    const data: unknown = any[0]?.data
    if (element && isContrast(data)) {
      const measured: MeasuredContrast = {
        ratio: data.contrastRatio,
        least: Number.parseFloat(data.expectedContrastRatio),
        color: data.fgColor,
        background: data.bgColor,
      }
      const style = readStyle(element, readColor(paintOf(element))?.color)
      const key = JSON.stringify([measured, style])
      const known = byStyle.get(key)
      byStyle.set(key, { element, measured, style, ...known, count: (known?.count ?? 0) + 1 })
    }
  }
  return Array.from(byStyle.values(), ({ element, measured, style, count }) => {
    const text = element.textContent.trim()
    const name = `${quote(wordsOf(element, text))}${andMore(count - 1)}`
    return describeContrast(hintOf(element, text), name, measured, style)
  })
}

interface ContrastGroup {
  /** The first of the texts. */
  element: HTMLElement
  measured: MeasuredContrast
  style: TextStyle
  count: number
}

interface ContrastData {
  contrastRatio: number
  fgColor: string
  bgColor: string
  expectedContrastRatio: string
}

function isContrast(data: unknown): data is ContrastData {
  return typeof data === 'object' && data !== null && 'contrastRatio' in data && 'fgColor' in data
}

/** Returns a text to be measured in a screenshot; none if its color is unknown or nothing shows it. */
export function toUnclear({ element }: NodeResult, lines: readonly TextLine[]): UnclearText[] {
  const own = lines.filter((line) => line.element === element)
  const [first] = own
  const paint = element && readColor(paintOf(element))
  if (!element || !first || !paint || !isShown(element) || isOnRemoteImage(element)) {
    return []
  }
  const { fontSize, fontWeight } = getComputedStyle(element)
  const sizePx = Number.parseFloat(fontSize)
  const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(fontWeight) >= 700)
  return [
    {
      hint: hintOf(element, first.text),
      words: wordsOf(element, first.text),
      color: paint.color,
      opacity: paint.alpha * opacityOf(element),
      least: isLarge ? 3 : 4.5,
      boxes: own.map(({ ink }) => ink),
      style: readStyle(element, paint.color),
    },
  ]
}

/**
 * Returns an element's own words. In code, where single ones say little, returns the whole line; and the whole text
 * where what is around the element makes it pale.
 */
function wordsOf(element: Element, text: string): string {
  const parent = drawnParent(element)
  const isAlike = parent !== undefined && paintOf(parent) === paintOf(element)
  if (closestDrawn(element, CODE) || (isAlike && opacityOf(element) < 1)) {
    return text
  }
  const own = [...element.childNodes].flatMap((node) => (node instanceof Text ? node.data : []))
  return own.join(' ').trim() || text
}

/** Returns the CSS color of an element's letters. */
function paintOf(element: Element): string {
  const { color, fill, webkitTextFillColor } = getComputedStyle(element)
  return element instanceof SVGElement ? fill : webkitTextFillColor || color
}

/** Reads a CSS color by painting it, so that every notation the browser knows is understood. */
function readColor(css: string): { color: Rgb; alpha: number } | undefined {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!canvas || !CSS.supports('color', css)) {
    return undefined
  }
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return alpha > 0 ? { color: [red, green, blue], alpha: alpha / 255 } : undefined
}
