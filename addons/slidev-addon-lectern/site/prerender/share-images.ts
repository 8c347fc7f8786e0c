import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Page, PageScreenshotOptions } from 'playwright-chromium'

import { writeFileAtomically } from '../../output/write-file.ts'

/** Part of a window, in CSS px. */
type Clip = NonNullable<PageScreenshotOptions['clip']>

/** Folder of the images in the site. */
const FOLDER = 'share'

/** Greatest size of an image in bytes; some readers of previews load no larger ones. */
const SIZE_LIMIT = 60_000

/** Qualities of JPEG to try, the best one first. */
const QUALITIES = [85, 70, 55, 40, 25, 10]

/** Returns the path of a slide's image in the site. */
export function pathOfShareImage(slide: number): string {
  return `${FOLDER}/${slide}.jpg`
}

/**
 * Draws an image of each slide with all its steps, which link previews show.
 *
 * @param page - Page of the built deck that was walked through.
 * @param drawn - Is called after each slide. One that cannot be drawn has no image.
 */
export async function drawShareImages(
  page: Page,
  site: string,
  total: number,
  drawn: (slide: number, hasImage: boolean) => void,
): Promise<void> {
  mkdirSync(join(site, FOLDER), { recursive: true })
  await page.evaluate(() => document.documentElement.style.removeProperty('opacity'))
  for (let number = 1; number <= total; number += 1) {
    try {
      const clip = await frameSlide(page, number)
      const image = await drawWithin(async (quality) =>
        page.screenshot({ type: 'jpeg', quality, scale: 'css', clip, animations: 'disabled' }),
      )
      writeFileAtomically(join(site, pathOfShareImage(number)), image)
      drawn(number, true)
    } catch {
      drawn(number, false)
    }
  }
}

/** Draws a slide with all its steps as a PNG. */
export async function drawSlide(page: Page, number: number): Promise<Buffer> {
  return page.screenshot({ clip: await frameSlide(page, number), animations: 'disabled' })
}

/** Shows a slide with all its steps; returns its box without the pixels that it shares with the window around it. */
async function frameSlide(page: Page, number: number): Promise<Clip> {
  await page.evaluate(async (shown) => window.lecternPage.showWhole(shown), number)
  const box = await page.locator('#slide-content').boundingBox()
  if (!box) {
    throw new Error(`Slide ${number} is not shown.`)
  }
  const [left, top] = [Math.ceil(box.x), Math.ceil(box.y)]
  return {
    x: left,
    y: top,
    width: Math.floor(box.x + box.width) - left,
    height: Math.floor(box.y + box.height) - top,
  }
}

/** Draws an image in the best quality that is not too large, or in the least one. */
async function drawWithin(draw: (quality: number) => Promise<Buffer>): Promise<Buffer> {
  let image: Buffer = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    image = await draw(quality)
    if (image.byteLength <= SIZE_LIMIT) {
      return image
    }
  }
  return image
}
