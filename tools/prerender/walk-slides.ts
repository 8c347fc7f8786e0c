import type { Page } from 'playwright-chromium'

import { addPageChecks } from '../checks/page-script.ts'
import type { Stage } from '../print/stage.ts'

/** How a deck is shown, as Slidev's configuration has it. */
export interface ShownConfig {
  /** Width of a slide in CSS px. */
  canvasWidth: number
  aspectRatio: number
  /** `auto`, `light` or `dark`. */
  colorSchema: string
  /** `history`, `hash` or `memory`. */
  routerMode: string
}

/** How much higher than a slide the window is: enough for Slidev to show its controls. */
const ROOM_BELOW = 800

/** How long a slide may take until it is drawn, in ms. */
const DRAWING_LIMIT_MS = 30_000

/** Opens a built deck as a visitor does, so that slides are at scale 1 and the controls shown. */
export async function openDeck({ browser, server, deck }: Stage): Promise<Page> {
  const width = Number(deck.headmatter['canvasWidth'] ?? 980)
  const context = await browser.newContext({
    viewport: { width, height: width + ROOM_BELOW },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  // tsx names functions by a helper that is not there in a page.
  await context.addInitScript('globalThis.__name ??= (value) => value')
  await addPageChecks(context)
  const page = await context.newPage()
  // What a site publishes is not to differ with the pictures' speed.
  await page.route(/\.(?:png|jpe?g|gif|webp|avif|mp4|webm)(?:\?|$)/, async (route) => route.abort())
  await page.goto(server.url)
  await waitUntilDrawn(page, 1)
  return page
}

/** How the deck in a page is shown. */
export async function readConfig(page: Page): Promise<ShownConfig> {
  return page.evaluate(() => {
    const { canvasWidth, aspectRatio, colorSchema, routerMode } =
      window.deckChecks.findSlidev().configs
    return { canvasWidth, aspectRatio, colorSchema, routerMode }
  })
}

/** Shows a slide at its first step. */
export async function showSlide(page: Page, slide: number): Promise<void> {
  await page.evaluate(async (number) => window.deckChecks.findSlidev().nav.go(number), slide)
  await waitUntilDrawn(page, slide)
}

async function waitUntilDrawn(page: Page, slide: number): Promise<void> {
  await page.evaluate(waitForSlide, { slide, limitMs: DRAWING_LIMIT_MS })
}

/** Runs in the page. */
async function waitForSlide({ slide, limitMs }: { slide: number; limitMs: number }): Promise<void> {
  const until = performance.now() + limitMs
  const isDrawn = (): boolean => {
    const shown = document.querySelector(`#app [data-slidev-no="${slide}"]`)
    return (
      shown?.querySelector('.slidev-layout') !== null &&
      shown !== null &&
      !shown.querySelector('.slidev-slide-loading') &&
      !document.querySelector('#mermaid-rendering-container > *')
    )
  }
  // Twice in a row: what is drawn may bring more to draw.
  for (let times = 0; times < 2; times = isDrawn() ? times + 1 : 0) {
    if (performance.now() > until) {
      throw new Error(`Slide ${slide} was not drawn within ${limitMs / 1000} s.`)
    }
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
  }
}
