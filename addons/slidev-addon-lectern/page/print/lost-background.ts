import { contrastOf, readColor } from '../../client/colors.ts'
import type { Paint, Rgb } from '../../client/colors.ts'
import { alphaOf } from '../slide/opacity.ts'

/** Text with less contrast cannot even be guessed. */
const INVISIBLE = 1.5

/** Under light text whose background image did not load: 7:1 to white. */
const DARK: Paint = { rgb: [75, 85, 99], alpha: 1 }

/** Color of paper. */
const WHITE: Rgb = [255, 255, 255]

/**
 * Fills an element whose background image did not load, if some of its text cannot be seen without it, and all of it
 * can with the fill.
 *
 * @returns Whether it is filled.
 */
export function fillLostBackground(element: HTMLElement): boolean {
  const texts = listTexts(element)
  const worst = (fill?: Paint): number =>
    Math.min(...texts.map((text) => contrastWith(text, element, fill)))
  const isFilled = isFillBetter(worst(), worst(DARK))
  if (isFilled) {
    element.style.backgroundColor = `rgb(${DARK.rgb.join(' ')})`
  }
  return isFilled
}

/** Tells whether an element is filled, by the least contrast of its text without the fill and with it. */
export function isFillBetter(without: number, filled: number): boolean {
  return without < INVISIBLE && filled > without
}

function listTexts(element: HTMLElement): Element[] {
  return [element, ...element.querySelectorAll('*')].filter(
    (each) =>
      each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      alphaOf(getComputedStyle(each).webkitTextFillColor) > 0 &&
      [...each.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  )
}

/** Returns the contrast of a text, with a fill below an element around it. */
function contrastWith(text: Element, filled: Element, fill: Paint | undefined): number {
  const layers: Paint[] = []
  for (let at: Element | null = text; at; at = at.parentElement) {
    layers.push(...readLayers(at), ...(at === filled && fill ? [fill] : []))
  }
  const behind = blend(layers)
  const color = readColor(getComputedStyle(text).webkitTextFillColor)
  return contrastOf(blend([color, { rgb: behind, alpha: 1 }]), behind)
}

/** Returns what an element paints behind its content, the upper layer first; a gradient as its mean color. */
function readLayers(element: Element): Paint[] {
  const { backgroundImage, backgroundColor } = getComputedStyle(element)
  const colors = [
    ...backgroundImage.replaceAll(/url\("[^"]*"\)/g, '').matchAll(/\b[a-z]+\([^()]*\)/g),
  ].map(([color]) => readColor(color))
  const mean = (read: (paint: Paint) => number): number =>
    colors.reduce((sum, each) => sum + read(each), 0) / colors.length
  const gradient: Paint = {
    rgb: [mean(({ rgb }) => rgb[0]), mean(({ rgb }) => rgb[1]), mean(({ rgb }) => rgb[2])],
    alpha: mean(({ alpha }) => alpha),
  }
  return [...(colors.length > 0 ? [gradient] : []), readColor(backgroundColor)]
}

/** Returns the color of layers on paper, the upper one first. */
export function blend(layers: readonly Paint[]): Rgb {
  return layers.reduceRight<Rgb>((below, { rgb, alpha }) => {
    const mix = (channel: 0 | 1 | 2): number => rgb[channel] * alpha + below[channel] * (1 - alpha)
    return [mix(0), mix(1), mix(2)]
  }, WHITE)
}
