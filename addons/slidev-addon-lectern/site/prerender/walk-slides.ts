import type { Page } from 'playwright-chromium'

import { addPageScript } from '../../browser/page-script.ts'
import type { Session } from '../../browser/session.ts'
import type { CapturedSlide } from '../../client/prerendered/capture-slide.ts'
import type { StyleFacts } from '../../page/prerender/walk-slides.ts'

/**
 * Height of the window in addition to the slide's, in CSS px: enough for Slidev to show its controls, and even, because it
 * centers the slide, whose image would otherwise have half a pixel at its edges.
 */
const ROOM_BELOW = 800

/** Images and videos are not loaded, so that a site does not depend on the time they take. */
const MEDIA_RE = /\.(?:png|jpe?g|gif|webp|avif|mp4|webm)(?:\?|$)/

/**
 * Opens a built deck as a visitor does, so that slides are at scale 1 and the controls are shown. Loads nothing
 * from other hosts, because a site must not depend on the network.
 *
 * @param onRequest - Gets the address of each request to the deck's own host, even if it is not answered.
 * @throws {Error} when the first slide is not drawn.
 */
export async function openDeck(
  { browser, server }: Session,
  onRequest: (url: URL) => void,
): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const { origin } = new URL(server.url)
  await context.route(
    (url) => url.origin !== origin,
    async (route) => route.abort(),
  )
  await addPageScript(context)
  await context.addInitScript(() => {
    window.lecternPrerenders = true
  })
  const page = await context.newPage()
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin === origin) {
      onRequest(url)
    }
  })
  await page.goto(server.url)
  await page.evaluate(async () => window.lecternPage.untilDrawn(1))
  const { width, height } = await page.evaluate(() => window.lecternPage.readSlideSize())
  await page.setViewportSize({ width, height: height + ROOM_BELOW })
  return page
}

/** Work that is done while a deck is walked through. */
export interface Walker {
  /** Reads all style sheets in force. */
  readStyles: (urls: readonly string[]) => StyleFacts
  /** Makes the page of a slide, while the next slides are shown. */
  take: (captured: CapturedSlide) => Promise<void>
  /** Gets each slide that cannot be captured or made a page of, with the reason. */
  miss: (slide: number, reason: string) => void
}

/**
 * Shows every slide of an open deck.
 *
 * @param total - Number of slides.
 */
export async function walkSlides(page: Page, total: number, walker: Walker): Promise<void> {
  const taken: Promise<void>[] = []
  await page.route(MEDIA_RE, async (route) => route.abort())
  await page.exposeFunction('lecternReadStyles', walker.readStyles)
  await page.exposeFunction('lecternMissSlide', (slide: number, reason: string) =>
    walker.miss(slide, describeReason(reason)),
  )
  await page.exposeFunction('lecternTakeSlide', (json: string) => {
    const captured: CapturedSlide = JSON.parse(json)
    taken.push(
      walker
        .take(captured)
        .catch((error: unknown) => walker.miss(captured.slide, describeReason(error))),
    )
  })
  await page.evaluate(async (count) => window.lecternPage.walkSlides(count), total)
  await page.unroute(MEDIA_RE)
  await Promise.all(taken)
}

/** Returns the first line of an error's message, without a full stop. */
export function describeReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\n[^]*$/, '').replace(/\.$/, '')
}
