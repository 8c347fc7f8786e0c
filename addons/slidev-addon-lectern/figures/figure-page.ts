import type { Browser, Page } from 'playwright-chromium'
import sharp from 'sharp'

import { addPageScript } from '../browser/page-script.ts'
import { watchConsole } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import { refuseForeignRequests } from '../checks/network.ts'
import { FIGURE } from '../page/figures/figure.ts'
import type { FigureProblems } from '../page/figures/text-problems.ts'
import type { FigureDrawing } from './image-record.ts'

/** Device pixels for one CSS pixel of a figure, so that it is sharp on a 4K projector. */
const SCALE = 4

/** Qualities of the palette, of 100: the first means about 75 colors, enough for flat drawings with smooth edges. */
const PALETTE_QUALITIES = [90, 80, 70]

/** Size in bytes up to which an image is light enough: a larger one gets fewer colors. */
const LIGHT_BYTES = 200_000

/** Time limit until a figure is there, in ms; it takes one second on an idle machine. */
const LIMIT_MS = 120_000

/** Size of the window in CSS px; it grows with a figure. */
const WINDOW = { width: 1000, height: 600 }

/** Selects what the page shows instead of a figure that fails. */
const FAILURE = '.lectern-figures [role=alert]'

/** Page of a built deck that draws its figures one after the other. */
export interface FigurePage {
  /**
   * Draws a figure as a palette PNG at four times its size, in light mode unless the deck has only the dark one.
   *
   * @throws {Error} with a line for each problem: its component fails, or a text is cut, covered or tiny, or has a
   *   character without any font.
   */
  draw: (name: string) => Promise<FigureDrawing>
  close: () => Promise<void>
}

/**
 * Opens a page that draws figures.
 *
 * @param siteUrl - Address of a deck that was built for its figures, with a slash at its end.
 */
export async function openFigurePage(browser: Browser, siteUrl: string): Promise<FigurePage> {
  const context = await browser.newContext({
    deviceScaleFactor: SCALE,
    viewport: WINDOW,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await refuseForeignRequests(context, siteUrl)
  await addPageScript(context)
  const page = await context.newPage()
  const messages = watchConsole(page, siteUrl, () => 0)
  return {
    draw: async (name) => {
      messages.length = 0
      const { errors, warnings } = await showFigure(
        page,
        `${siteUrl}figures/${encodeURIComponent(name)}`,
      )
      const place = (problem: string): string => `figures/${name}: ${problem}`
      const all = [...listErrors(messages), ...errors].map(place)
      if (all.length > 0) {
        throw new Error(all.join('\n'))
      }
      const steps = await page.evaluate(() => window.lecternPage.countFigureSteps())
      const shot = await page
        .locator(FIGURE)
        .screenshot({ omitBackground: true, animations: 'disabled' })
      return { png: await toPalette(shot), steps, warnings: warnings.map(place) }
    },
    close: async () => context.close(),
  }
}

/** Shows a figure alone, and returns its problems. */
async function showFigure(page: Page, url: string): Promise<FigureProblems> {
  await page.setViewportSize(WINDOW)
  await page.goto(url)
  await page
    .locator(`${FIGURE}, ${FAILURE}`)
    .first()
    .waitFor({ state: 'attached', timeout: LIMIT_MS })
  const [failure] = await page.locator(FAILURE).allTextContents()
  if (failure !== undefined) {
    return { errors: [failure], warnings: [] }
  }
  try {
    const { width, height } = await page.evaluate(async () => window.lecternPage.settleFigure())
    // The window has to hold all of it, because nothing outside can be hit.
    await page.setViewportSize({
      width: Math.max(WINDOW.width, width),
      height: Math.max(WINDOW.height, height),
    })
    return await page.evaluate(async () => window.lecternPage.listFigureProblems())
  } catch (failed) {
    const message = failed instanceof Error ? failed.message : String(failed)
    const [error = ''] = message.replace(/^page\.evaluate: (?:Error: )?/, '').split('\n')
    return { errors: [error], warnings: [] }
  }
}

/** Lists the errors of a page's scripts. */
function listErrors(messages: readonly ConsoleMessage[]): string[] {
  return messages
    .filter(({ kind }) => kind === 'error' || kind === 'uncaught error')
    .map(({ text }) => text)
}

async function toPalette(png: Buffer): Promise<Buffer> {
  let image = png
  for (const quality of PALETTE_QUALITIES) {
    image = await sharp(png)
      .png({ palette: true, quality, compressionLevel: 9, dither: 0, effort: 10 })
      .toBuffer()
    if (image.length <= LIGHT_BYTES) {
      return image
    }
  }
  return image
}
