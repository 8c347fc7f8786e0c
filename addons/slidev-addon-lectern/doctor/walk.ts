import type { Browser, BrowserContext, Page } from 'playwright-chromium'

import { addAxe, addPageChecks } from '../browser/page-script.ts'
import { watchConsole } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Mode } from '../checks/finding.ts'
import { refuseForeignRequests, watchForeignRequests } from '../checks/network.ts'
import type { ForeignRequest } from '../checks/network.ts'
import type { CheckName } from '../deck/check-names.ts'
import { visitSlide } from './visit.ts'
import type { SlideRecord } from './visit.ts'

/** Everything seen on one way through the deck. */
export interface WalkRecord extends SlideRecord {
  console: ConsoleMessage[]
  requests: ForeignRequest[]
}

/** What a walk goes through, and how. */
export interface WalkOptions {
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
 * Goes through the slides of a built deck, every click step, at scale 1, and checks each.
 *
 * @returns What was seen; `undefined` when the deck has no such mode (`colorSchema: light`).
 * @throws {Error} naming the slide when the browser fails there.
 */
export async function walkDeck(options: WalkOptions): Promise<WalkRecord | undefined> {
  const context = await options.browser.newContext({
    colorScheme: options.mode,
    reducedMotion: 'reduce',
  })
  try {
    await refuseForeignRequests(context, options.siteUrl)
    await addPageChecks(context)
    await addAxe(context)
    return await walkIn(context, options)
  } finally {
    await context.close()
  }
}

async function walkIn(
  context: BrowserContext,
  options: WalkOptions,
): Promise<WalkRecord | undefined> {
  const { siteUrl, slides, mode } = options
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let shown = slides[0] ?? 1
  const record: WalkRecord = {
    mode,
    sightings: [],
    clicks: new Map(),
    links: [],
    console: watchConsole(page, siteUrl, () => shown),
    requests: await watchForeignRequests(page, cdp, siteUrl, () => shown),
  }
  await openDeck(page, `${siteUrl}${shown}`)
  if (!(await hasMode(page, mode))) {
    slides.forEach(options.onSlide)
    return undefined
  }
  for (const slide of slides) {
    shown = slide
    try {
      await visitSlide({ page, slide, record, checks: options.checks })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`Slide ${slide} could not be checked in ${mode} mode: ${reason}`, {
        cause: error,
      })
    }
    options.onSlide()
  }
  await findOwners(page, record)
  return record
}

/** Opens the deck in a window in which its slides are shown at scale 1. */
async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url)
  // A published site shows a copy of the slide before the application is there.
  await page.locator('#app .slidev-page:visible').first().waitFor()
  await page.setViewportSize(await page.evaluate(() => window.deckChecks.readSlideSize()))
}

/** Whether the deck shows this mode when the viewer prefers it. */
async function hasMode(page: Page, mode: Mode): Promise<boolean> {
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  return isDark === (mode === 'dark')
}

/** Finds the elements that name the addresses that were asked for. */
async function findOwners(page: Page, record: WalkRecord): Promise<void> {
  for (const request of record.requests) {
    const owner = await page.evaluate((url) => window.deckChecks.findOwner(url), request.url)
    if (owner) {
      request.askedBy = owner.tag
      request.ownerSlide = owner.slide
    }
  }
}
