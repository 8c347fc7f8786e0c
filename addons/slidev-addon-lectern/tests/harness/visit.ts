import type { BrowserContextOptions, Page } from 'playwright-chromium'

import type { View } from '../../client/reading/chosen-view.ts'
import type { Deck } from './deck.ts'
import { newContext } from './patience.ts'

/** Window sizes of three kinds of visitors, in CSS px. */
export const WINDOWS = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1920, height: 1080 },
}

/** Matches the scripts and styles of the application, which follow the page. */
export const APPLICATION = /\/assets\//

/** Opens a page of the site in a context of its own, as a visitor does. */
export async function visit(
  deck: Deck,
  path: string,
  { context = {}, view, prepare = async () => {} }: VisitOptions = {},
): Promise<Page> {
  const browser = deck.context.browser()
  if (!browser) {
    throw new Error('The browser has ended.')
  }
  const own = await newContext(browser, { viewport: WINDOWS.laptop, ...context })
  const page = await own.newPage()
  if (view) {
    await page.addInitScript((chosen) => sessionStorage.setItem('lectern-view', chosen), view)
  }
  await prepare(page)
  await page.goto(`${deck.url}${path}`, { waitUntil: 'domcontentloaded' })
  return page
}

export interface VisitOptions {
  context?: BrowserContextOptions
  /** View that the visitor chose before. */
  view?: View
  /** Runs before the page is requested. */
  prepare?: (page: Page) => Promise<unknown>
}

export const WITHOUT_SCRIPT: VisitOptions = { context: { javaScriptEnabled: false } }

/** Keeps the application from loading. */
export const WITHOUT_APPLICATION: VisitOptions = {
  prepare: async (page) => page.route(APPLICATION, () => {}),
}

/**
 * Holds the application back until it is released.
 *
 * @param files - Matches the files that are held.
 */
export function holdApplication(files = APPLICATION): VisitOptions & { release: () => void } {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return {
    prepare: async (page) =>
      page.route(files, async (route) => {
        await released
        await route.continue()
      }),
    release,
  }
}

export async function waitForApplication(page: Page): Promise<void> {
  await page.locator('#lectern-prerendered').waitFor({ state: 'detached' })
}

/** Counts the layout shifts in `window.deckShifts`. */
export const COUNTING_SHIFTS: VisitOptions = {
  prepare: async (page) =>
    page.addInitScript(() => {
      window.deckShifts = 0
      new PerformanceObserver((list) => {
        window.deckShifts = (window.deckShifts ?? 0) + list.getEntries().length
      }).observe({ type: 'layout-shift', buffered: true })
    }),
}

declare global {
  interface Window {
    deckShifts?: number
  }
}

/** Waits until the page has answered what happened so far, and has been painted twice. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise(requestAnimationFrame)
    }
  })
}
