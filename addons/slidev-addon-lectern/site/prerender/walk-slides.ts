import type { Page } from 'playwright-chromium'

import { PAGE_SCRIPT } from '../../browser/prerender-page-script.ts'
import type { Session } from '../../browser/session.ts'
import type { CapturedSlide } from '../../page/prerender/capture-slide.ts'
import type { StyleFacts } from '../../page/prerender/walk-slides.ts'

/** How much higher than a slide the window is: enough for Slidev to show its controls. */
const ROOM_BELOW = 800

/** Opens a built deck as a visitor does, so that slides are at scale 1 and the controls shown. */
export async function openDeck({ browser, server, deck }: Session): Promise<Page> {
  const width = Number(deck.headmatter['canvasWidth'] ?? 980)
  const context = await browser.newContext({
    viewport: { width, height: width + ROOM_BELOW },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await context.addInitScript({ content: await PAGE_SCRIPT })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.evaluate(async () => window.deckPrerender.untilDrawn(1))
  return page
}

/** What is done while a deck is walked through. */
export interface Walker {
  /** Reads style sheets, all that are in force by then. */
  readStyles: (urls: readonly string[]) => StyleFacts
  /** Makes something of a slide, while the next ones are shown. */
  take: (captured: CapturedSlide) => Promise<void>
}

/**
 * Shows every slide of a deck that is open.
 *
 * @param total - Number of slides.
 * @throws {Error} when a slide is not drawn, or nothing can be made of it.
 */
export async function walkSlides(page: Page, total: number, walker: Walker): Promise<void> {
  const taken: Promise<void>[] = []
  // What a site publishes is not to differ with the pictures' speed.
  await page.route(/\.(?:png|jpe?g|gif|webp|avif|mp4|webm)(?:\?|$)/, async (route) => route.abort())
  await page.exposeFunction('deckReadStyles', walker.readStyles)
  await page.exposeFunction('deckTakeSlide', (captured: string) => {
    const taking = walker.take(JSON.parse(captured))
    // Thrown below, when all slides were shown.
    taking.catch(() => {})
    taken.push(taking)
  })
  await page.evaluate(async (count) => window.deckPrerender.walkSlides(count), total)
  await Promise.all(taken)
}
