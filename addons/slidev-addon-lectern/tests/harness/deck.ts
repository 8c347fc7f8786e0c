import type { Browser, BrowserContext, Locator, Page } from 'playwright-chromium'
import { expect } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { addPageScript } from '../../browser/page-script.ts'
import { serveFolder } from '../../browser/static-server.ts'
import type { StaticServer } from '../../browser/static-server.ts'
import { newContext } from './patience.ts'

/** Errors of a page, by kind. */
interface PageErrors {
  console: string[]
  foreign: string[]
  failed: string[]
}

/** Options of a window. */
interface OpenOptions {
  colorScheme?: 'light' | 'dark'
  /** With `reduce`, slides change without a transition. */
  motion?: 'reduce' | 'no-preference'
}

/** A built deck in a browser. */
export interface Deck {
  url: string
  /** Context that all pages share, because they are windows of the same browser. */
  context: BrowserContext
  /** Opens a path of the deck in a new window, and waits until fonts and images are loaded. */
  open: (path: string | number, options?: OpenOptions) => Promise<Page>
  /**
   * Fails on a console error or warning, a failed request or a request to another host in any window opened so far.
   *
   * @param exempt - Part of an address that may be requested.
   */
  expectNoErrors: (exempt?: string) => void
  close: () => Promise<void>
}

/** Size of a slide in CSS px, unless the deck says otherwise. */
export const SLIDE = { width: 980, height: 552 }

/** Serves a built deck and starts a browser for it, whose windows show slides at scale 1. */
export async function openDeck(folder: string): Promise<Deck> {
  return openServedDeck(await serveFolder(folder))
}

/** Starts a browser for a deck that is served; closing the deck closes the server. */
export async function openServedDeck(server: StaticServer): Promise<Deck> {
  const browser: Browser = await launchBrowser(ensureBrowser(console.log))
  const context = await newContext(browser, { viewport: SLIDE })
  await addPageScript(context)
  const errors: PageErrors = { console: [], foreign: [], failed: [] }
  context.on('page', (page) => watchPage(page, server.url, errors))
  return {
    url: server.url,
    context,
    open: async (path, { colorScheme = 'light', motion = 'reduce' } = {}) => {
      const page = await context.newPage()
      await page.emulateMedia({ colorScheme, reducedMotion: motion })
      await page.goto(`${server.url}${path}`)
      await page.locator('.slidev-layout:visible').first().waitFor()
      await page.locator('#lectern-prerendered').waitFor({ state: 'detached' })
      await page.setViewportSize(await page.evaluate(() => window.lecternPage.readSlideSize()))
      await settle(page)
      return page
    },
    expectNoErrors: (exempt) => {
      const isExempt = (text: string): boolean => exempt !== undefined && text.includes(exempt)
      expect({
        console: errors.console.filter((text) => !isExempt(text)),
        foreign: errors.foreign.filter((text) => !isExempt(text)),
        failed: errors.failed.filter((text) => !isExempt(text)),
      }).toEqual({ console: [], foreign: [], failed: [] })
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** Returns a slide of a page. Each locator starts here, because Slidev keeps other slides mounted. */
export function slideOf(page: Page, number: number): Locator {
  return page.locator(`[data-slidev-no="${number}"]`).first()
}

/** Waits until no slide is moving, the fonts in use are loaded and all images are decoded. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('[class*="-enter-active"], [class*="-leave-active"]'),
  )
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(async (image) => image.decode().catch(() => {})))
  })
}

/** Matches an observation about alternative texts. */
const ALT_RE = /alternative text/

/**
 * Returns what the doctor's checks observe on a slide that is cut off, covered, broken, blurred, faded or distorted.
 * Leaves out missing alternative texts.
 */
export async function observeLayout(page: Page, number: number): Promise<string[]> {
  const { overflow, overlap, images } = await page.evaluate(
    async (slide) => window.lecternPage.inspectSlide(slide),
    number,
  )
  return [...overflow, ...overlap, ...images]
    .map(({ seen }) => seen)
    .filter((seen) => !ALT_RE.test(seen))
}

/** Goes to the next slide with the keyboard, and waits for it. */
export async function goNext(page: Page, number: number): Promise<void> {
  await page.keyboard.press('ArrowRight')
  await page.waitForURL((url) => url.pathname.endsWith(`/${number}`))
  await slideOf(page, number).locator('.slidev-layout').waitFor()
  await settle(page)
}

function watchPage(page: Page, origin: string, errors: PageErrors): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      errors.console.push(`${message.text()} (${message.location().url})`)
    }
  })
  page.on('pageerror', (error) => errors.console.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) {
      errors.foreign.push(request.url())
    }
  })
  page.on('requestfailed', (request) => {
    // A page that is left aborts its requests.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      errors.failed.push(request.url())
    }
  })
}
