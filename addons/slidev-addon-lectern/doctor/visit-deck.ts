import type { Browser, BrowserContext, Page } from 'playwright-chromium'

import { addAxe, addPageScript } from '../browser/page-script.ts'
import { watchConsole } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Mode } from '../checks/finding.ts'
import { refuseForeignRequests, watchForeignRequests } from '../checks/network.ts'
import type { ForeignRequest } from '../checks/network.ts'
import type { CheckName } from '../deck/check-names.ts'
import { visitSlide } from './visit-slide.ts'
import type { VisitRecord } from './visit-slide.ts'

/** Record of a deck that was visited in one mode. */
export interface DeckRecord extends VisitRecord {
  console: ConsoleMessage[]
  requests: ForeignRequest[]
}

/** A built deck to visit. */
export interface DeckVisit {
  browser: Browser
  /** Address of the built deck, with a trailing slash. */
  siteUrl: string
  /** Numbers of the slides. */
  slides: readonly number[]
  mode: Mode
  checks: ReadonlySet<CheckName>
  /** Called after each slide. */
  onSlide: () => void
}

/**
 * Checks every click step of the given slides, at scale 1.
 *
 * @returns `undefined` if the deck does not have this mode (`colorSchema: light`).
 * @throws {Error} naming the slide that the browser fails on.
 */
export async function visitDeck(visit: DeckVisit): Promise<DeckRecord | undefined> {
  const context = await visit.browser.newContext({
    colorScheme: visit.mode,
    reducedMotion: 'reduce',
  })
  try {
    await refuseForeignRequests(context, visit.siteUrl)
    await addPageScript(context)
    await addAxe(context)
    return await visitSlides(context, visit)
  } finally {
    await context.close()
  }
}

async function visitSlides(
  context: BrowserContext,
  { siteUrl, slides, mode, checks, onSlide }: DeckVisit,
): Promise<DeckRecord | undefined> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let shown = slides[0] ?? 1
  const record: DeckRecord = {
    mode,
    observations: [],
    clicks: new Map(),
    links: [],
    console: watchConsole(page, siteUrl, () => shown),
    requests: await watchForeignRequests(page, cdp, siteUrl, () => shown),
  }
  await openDeck(page, `${siteUrl}${shown}`)
  if (!(await hasMode(page, mode))) {
    slides.forEach(onSlide)
    return undefined
  }
  for (const slide of slides) {
    shown = slide
    try {
      await visitSlide({ page, slide, record, checks })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`Slide ${slide} could not be checked in ${mode} mode: ${reason}`, {
        cause: error,
      })
    }
    onSlide()
  }
  await findRequesters(page, record)
  return record
}

/** Opens the deck in a window of its slides' size, so that they are shown at scale 1. */
async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url)
  // A published site shows a copy of the slide before the application is there.
  await page.locator('#app .slidev-page:visible').first().waitFor()
  await page.setViewportSize(await page.evaluate(() => window.lecternPage.readSlideSize()))
}

/** Tells whether the deck is in the mode that the viewer prefers. */
async function hasMode(page: Page, mode: Mode): Promise<boolean> {
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  return isDark === (mode === 'dark')
}

/** Finds the elements that made the requests. */
async function findRequesters(page: Page, { requests }: DeckRecord): Promise<void> {
  for (const request of requests) {
    const found = await page.evaluate((url) => window.lecternPage.findRequester(url), request.url)
    if (found) {
      request.requester = found.tag
      request.requesterSlide = found.slide
    }
  }
}
