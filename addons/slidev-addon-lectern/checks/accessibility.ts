import type { Page } from 'playwright-chromium'
import sharp from 'sharp'

import { contrastOf } from '../client/colors.ts'
import type { Rgb } from '../client/colors.ts'
import { describeContrast, toHex } from '../page/checks/accessibility/contrast.ts'
import type { UnclearText } from '../page/checks/accessibility/texts.ts'
import { quote } from '../page/observation.ts'
import type { Observation } from '../page/observation.ts'
import type { Box } from '../page/slide/box.ts'

/**
 * Measures in a screenshot of the slide that is shown the contrast of texts on images and gradients, which axe-core
 * cannot compute.
 */
export async function measureContrasts(
  page: Page,
  number: number,
  texts: readonly UnclearText[],
): Promise<Observation[]> {
  if (texts.length === 0) {
    return []
  }
  await page.evaluate((slide) => window.lecternPage.hideTexts(slide), number)
  const background = await takePixels(page)
  await page.evaluate(() => window.lecternPage.showTexts())
  return texts.flatMap(({ hint, words, color, opacity, least, boxes, style }) => {
    const worst = findLeastContrast({ color, opacity }, background, boxes)
    return worst && worst.ratio < least
      ? describeContrast(
          hint,
          quote(words),
          {
            ratio: worst.ratio,
            least,
            color: toHex(worst.text),
            background: toHex(worst.background),
            isVaried: worst.isVaried,
          },
          style,
        )
      : []
  })
}

/** Pixels of a slide without its letters. */
interface Background {
  data: Buffer
  width: number
  height: number
  channels: number
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
  /** Whether a part of the background larger than a speck has another color. */
  isVaried: boolean
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
    .map((pixel) => {
      const drawn = blend(color, pixel, opacity)
      return { ratio: contrastOf(drawn, pixel), text: drawn, background: pixel }
    })
    .toSorted((one, other) => one.ratio - other.ratio)
  const worst = measured[Math.floor(measured.length * SPECK_SHARE)]
  const best = measured[Math.ceil(measured.length * (1 - SPECK_SHARE)) - 1]
  return worst && { ...worst, isVaried: worst.ratio !== best?.ratio }
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
