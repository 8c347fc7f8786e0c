import type { Browser, BrowserContext, Locator, Page } from 'playwright-chromium'
import { expect } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { addPageChecks } from '../../browser/page-script.ts'
import { serveFolder } from '../../browser/static-server.ts'
import type { StaticServer } from '../../browser/static-server.ts'
import { newContext } from './patience.ts'

/** Faults of a page, by kind. */
interface PageFaults {
  console: string[]
  foreign: string[]
  failed: string[]
}

/** How a window is opened. */
interface OpenOptions {
  colorScheme?: 'light' | 'dark'
  /** With `reduce` slides change at once. */
  motion?: 'reduce' | 'no-preference'
}

/** A built deck in a browser. */
export interface Deck {
  url: string
  /** The context all pages share: windows of the same browser, as on session. */
  context: BrowserContext
  /** Opens a path of the deck in a new window and waits until fonts and pictures are loaded. */
  open: (path: string | number, options?: OpenOptions) => Promise<Page>
  /**
   * Fails on a console error or warning, a failed request or a request to another host, in any window
   * opened so far.
   *
   * @param exempt - Part of an address that may be asked for.
   */
  expectNoFaults: (exempt?: string) => void
  close: () => Promise<void>
}

/** Size of a slide in CSS px: at this viewport a slide is shown at scale 1. */
export const SLIDE = { width: 980, height: 552 }

/** Serves a built deck and starts a browser for it. */
export async function openDeck(folder: string): Promise<Deck> {
  return openServedDeck(await serveFolder(folder))
}

/** Starts a browser for a deck that is served; closing the deck closes the server. */
export async function openServedDeck(server: StaticServer): Promise<Deck> {
  const browser: Browser = await launchBrowser(ensureBrowser(console.log))
  const context = await newContext(browser, { viewport: SLIDE })
  await addPageChecks(context)
  const faults: PageFaults = { console: [], foreign: [], failed: [] }
  context.on('page', (page) => watchPage(page, server.url, faults))
  return {
    url: server.url,
    context,
    open: async (path, { colorScheme = 'light', motion = 'reduce' } = {}) => {
      const page = await context.newPage()
      await page.emulateMedia({ colorScheme, reducedMotion: motion })
      await page.goto(`${server.url}${path}`)
      await page.locator('.slidev-layout:visible').first().waitFor()
      await page.locator('#prerendered').waitFor({ state: 'detached' })
      await settle(page)
      return page
    },
    expectNoFaults: (exempt) => {
      const isExempt = (text: string): boolean => exempt !== undefined && text.includes(exempt)
      expect({
        console: faults.console.filter((text) => !isExempt(text)),
        foreign: faults.foreign.filter((text) => !isExempt(text)),
        failed: faults.failed.filter((text) => !isExempt(text)),
      }).toEqual({ console: [], foreign: [], failed: [] })
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** A slide of a page; Slidev keeps other slides mounted, so every locator begins here. */
export function slideOf(page: Page, number: number): Locator {
  return page.locator(`[data-slidev-no="${number}"]`).first()
}

/** Waits until no slide is moving, the fonts in use are loaded and all pictures are decoded. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('[class*="-enter-active"], [class*="-leave-active"]'),
  )
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(async (image) => image.decode().catch(() => {})))
  })
}

/** A fault of a picture that is not one of the slide's layout. */
const ALT_RE = /alternative text/

/**
 * Returns what the doctor's checks say is cut off, covered, broken, blurred, faded or out of shape on a slide.
 * Missing alternative texts do not count here.
 */
export async function findLayoutFaults(page: Page, number: number): Promise<string[]> {
  const { overflow, overlap, images } = await page.evaluate(
    async (slide) => window.deckChecks.inspectSlide(slide),
    number,
  )
  return [...overflow, ...overlap, ...images]
    .map(({ seen }) => seen)
    .filter((seen) => !ALT_RE.test(seen))
}

/** Shows the next slide as a speaker does, and waits for it. */
export async function goNext(page: Page, number: number): Promise<void> {
  await page.keyboard.press('ArrowRight')
  await page.waitForURL((url) => url.pathname.endsWith(`/${number}`))
  await slideOf(page, number).locator('.slidev-layout').waitFor()
  await settle(page)
}

function watchPage(page: Page, origin: string, faults: PageFaults): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      faults.console.push(`${message.text()} (${message.location().url})`)
    }
  })
  page.on('pageerror', (error) => faults.console.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) {
      faults.foreign.push(request.url())
    }
  })
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it waits for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      faults.failed.push(request.url())
    }
  })
}
