import type { BrowserContextOptions, Page } from 'playwright-chromium'

import type { Deck } from './deck.ts'
import { newContext } from './patience.ts'

/** Windows of the three kinds of visitors, in CSS px. */
export const WINDOWS = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1920, height: 1080 },
}

/** Scripts and style of the application, everything that comes after the page itself. */
export const APPLICATION = /\/assets\//

/** A page of the site in a browser of its own, as a visitor opens it. */
export async function visit(
  deck: Deck,
  path: string,
  { context = {}, prepare = async () => {} }: VisitOptions = {},
): Promise<Page> {
  const browser = deck.context.browser()
  if (!browser) {
    throw new Error('The browser has ended.')
  }
  const own = await newContext(browser, { viewport: WINDOWS.laptop, ...context })
  const page = await own.newPage()
  await prepare(page)
  await page.goto(`${deck.url}${path}`, { waitUntil: 'domcontentloaded' })
  return page
}

export interface VisitOptions {
  context?: BrowserContextOptions
  /** Before the page is asked for. */
  prepare?: (page: Page) => Promise<unknown>
}

export const WITHOUT_SCRIPT: VisitOptions = { context: { javaScriptEnabled: false } }

/** The application never comes. */
export const WITHOUT_APPLICATION: VisitOptions = {
  prepare: async (page) => page.route(APPLICATION, () => {}),
}

/** Holds the application back until it is let go. */
export function holdApplication(): VisitOptions & { release: () => void } {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return {
    prepare: async (page) =>
      page.route(APPLICATION, async (route) => {
        await released
        await route.continue()
      }),
    release,
  }
}

export async function waitForApplication(page: Page): Promise<void> {
  await page.locator('#prerendered').waitFor({ state: 'detached' })
}

/** Counts the shifts of the layout, in `window.deckShifts`. */
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
