import type { Page } from 'playwright-chromium'
import sharp from 'sharp'

import type { Rgb, UnclearText } from '../page/checks/accessibility.ts'
import { describeContrast } from '../page/checks/accessibility/contrast.ts'
import { quote } from '../page/observation.ts'
import type { Observation } from '../page/observation.ts'
import type { Box } from '../page/slide/box.ts'

/**
 * Checks the accessibility of the slide that is shown: with axe-core, and in a screenshot the contrast of texts
 * on images and gradients, which axe-core cannot compute.
 */
export async function inspectAccessibility(page: Page, number: number): Promise<Observation[]> {
  const { observations, unclear } = await page.evaluate(
    async (slide) => window.lecternPage.inspectWithAxe(slide),
    number,
  )
  return unclear.length > 0
    ? [...observations, ...(await measureContrasts(page, number, unclear))]
    : observations
}

/** Pixels of a slide without its letters. */
interface Background {
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
  await page.evaluate((slide) => window.lecternPage.hideTexts(slide), number)
  const background = await takePixels(page)
  await page.evaluate(() => window.lecternPage.showTexts())
  return texts.flatMap(({ hint, color, opacity, least, boxes }) => {
    const worst = findLeastContrast({ color, opacity }, background, boxes)
    return worst && worst.ratio < least
      ? describeContrast(hint, quote(hint.text ?? ''), {
          ratio: worst.ratio,
          least,
          colors: `${toHex(worst.text)} on ${toHex(worst.background)}`,
        })
      : []
  })
}

async function takePixels(page: Page): Promise<Background> {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, ...info }
}

/** Share of a text's background that may have less contrast, such as a hairline or a speck behind it. */
const SPECK_SHARE = 0.05

/** A text's color, as drawn, and a color behind it. */
interface Contrast {
  ratio: number
  text: Rgb
  background: Rgb
}

/**
 * Returns the least contrast between a text and its background, apart from specks.
 *
 * @param boxes - The text's lines.
 * @returns `undefined` if they are all outside of the screenshot.
 */
export function findLeastContrast(
  { color, opacity }: Pick<UnclearText, 'color' | 'opacity'>,
  background: Background,
  boxes: readonly Box[],
): Contrast | undefined {
  const measured = boxes
    .flatMap((box) => [...readBox(background, box)])
    .map((pixel): Contrast => {
      const drawn = blend(color, pixel, opacity)
      return { ratio: contrastOf(drawn, pixel), text: drawn, background: pixel }
    })
    .toSorted((one, other) => one.ratio - other.ratio)
  return measured[Math.floor(measured.length * SPECK_SHARE)]
}

function blend(text: Rgb, background: Rgb, opacity: number): Rgb {
  const mix = (index: 0 | 1 | 2): number =>
    Math.round(text[index] * opacity + background[index] * (1 - opacity))
  return [mix(0), mix(1), mix(2)]
}

/** Yields every second pixel of every second row within a box. */
function* readBox({ data, width, height, channels }: Background, box: Box): Generator<Rgb> {
  for (let y = Math.max(0, Math.ceil(box.top)); y < Math.min(height, box.bottom); y += 2) {
    for (let x = Math.max(0, Math.ceil(box.left)); x < Math.min(width, box.right); x += 2) {
      const at = (y * width + x) * channels
      yield [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    }
  }
}

/** Computes the contrast of two colors by WCAG 2.2, from 1 to 21. */
function contrastOf(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => LINEAR[value] ?? 0)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Linear light of each of the 256 values of an sRGB channel. */
const LINEAR = Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
