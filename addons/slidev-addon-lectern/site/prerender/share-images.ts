import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Page, PageScreenshotOptions } from 'playwright-chromium'

import { writeFileAtomically } from '../../output/write-file.ts'

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
      const image = await drawWithin(async (quality) =>
        drawSlide(page, number, { type: 'jpeg', quality, scale: 'css' }),
      )
      writeFileAtomically(join(site, pathOfShareImage(number)), image)
      drawn(number, true)
    } catch {
      drawn(number, false)
    }
  }
}

/** Draws a slide with all its steps, without the pixels that it shares with the window around it. */
export async function drawSlide(
  page: Page,
  number: number,
  options: PageScreenshotOptions,
): Promise<Buffer> {
  await page.evaluate(async (shown) => window.lecternPage.showWhole(shown), number)
  const box = await page.locator('#slide-content').boundingBox()
  if (!box) {
    throw new Error(`Slide ${number} is not shown.`)
  }
  const [left, top] = [Math.ceil(box.x), Math.ceil(box.y)]
  const clip = {
    x: left,
    y: top,
    width: Math.floor(box.x + box.width) - left,
    height: Math.floor(box.y + box.height) - top,
  }
  return page.screenshot({ ...options, clip, animations: 'disabled' })
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
