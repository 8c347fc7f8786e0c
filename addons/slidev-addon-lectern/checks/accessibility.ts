import Color from 'colorjs.io'
import type { Page } from 'playwright-chromium'
import sharp from 'sharp'

import type { UnclearText } from '../page/checks/accessibility.ts'
import { quote } from '../page/observation.ts'
import type { Observation } from '../page/observation.ts'
import type { Box } from '../page/slide/box.ts'
import { contrastFault } from './contrast.ts'

/**
 * Accessibility of the slide that is shown: axe-core's rules, and by the pixels the contrast of texts on
 * pictures and gradients, which axe leaves open.
 */
export async function inspectAccessibility(page: Page, number: number): Promise<Observation[]> {
  const { faults, unclear } = await page.evaluate(
    async (slide) => window.deckChecks.inspectWithAxe(slide),
    number,
  )
  return unclear.length > 0
    ? [...faults, ...(await measureContrasts(page, number, unclear))]
    : faults
}

/** Pixels of a ground. */
interface Ground {
  data: Buffer
  width: number
  height: number
  channels: number
}

async function measureContrasts(
  page: Page,
  number: number,
  texts: readonly UnclearText[],
): Promise<Observation[]> {
  await page.evaluate((slide) => window.deckChecks.hideTexts(slide), number)
  const ground = await takePixels(page)
  await page.evaluate(() => window.deckChecks.showTexts())
  return texts.flatMap(({ place, color, opacity, least, boxes }) => {
    const text = toRgb(color)
    const worst = text && findLeastContrast({ text, opacity }, ground, boxes)
    return worst && worst.ratio < least
      ? contrastFault(place, quote(place.text ?? ''), {
          ratio: worst.ratio,
          least,
          colors: `${toHex(worst.text)} on ${toHex(worst.ground)}`,
        })
      : []
  })
}

async function takePixels(page: Page): Promise<Ground> {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, ...info }
}

type Rgb = readonly [red: number, green: number, blue: number]

/** Share of a text's ground that may be worse than the rest: a hairline or a speck behind it. */
const SPECK_SHARE = 0.05

/** A text's color on its ground. */
interface Contrast {
  ratio: number
  text: Rgb
  ground: Rgb
}

/** The contrast of a text with its ground, apart from specks. */
export function findLeastContrast(
  { text, opacity }: { text: Rgb; opacity: number },
  ground: Ground,
  boxes: readonly Box[],
): Contrast | undefined {
  const measured = boxes
    .flatMap((box) => [...readBox(ground, box)])
    .map((pixel): Contrast => {
      const drawn = blend(text, pixel, opacity)
      return { ratio: contrastOf(drawn, pixel), text: drawn, ground: pixel }
    })
    .toSorted((one, other) => one.ratio - other.ratio)
  return measured[Math.floor(measured.length * SPECK_SHARE)]
}

function blend(text: Rgb, ground: Rgb, opacity: number): Rgb {
  const mix = (index: 0 | 1 | 2): number =>
    Math.round(text[index] * opacity + ground[index] * (1 - opacity))
  return [mix(0), mix(1), mix(2)]
}

/** Every second pixel each way within a box. */
function* readBox({ data, width, height, channels }: Ground, box: Box): Generator<Rgb> {
  for (let y = Math.max(0, Math.ceil(box.top)); y < Math.min(height, box.bottom); y += 2) {
    for (let x = Math.max(0, Math.ceil(box.left)); x < Math.min(width, box.right); x += 2) {
      const at = (y * width + x) * channels
      yield [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    }
  }
}

/** Contrast of two colors after WCAG 2.2, from 1 to 21. */
function contrastOf(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => LINEAR[value] ?? 0)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Linear light of each of the 256 values a channel of sRGB has. */
const LINEAR = Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

function toRgb(color: string): Rgb | undefined {
  const parsed = Color.try(color)?.to('srgb').coords
  const [red, green, blue] = (parsed ?? []).map((value) => Math.round(Number(value) * 255))
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : [red, green, blue]
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
