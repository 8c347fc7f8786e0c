import { setTimeout as wait } from 'node:timers/promises'

import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-chromium'

import { createNetworkLog } from './network-log.ts'
import type { NetworkLog } from './network-log.ts'
import { watchPage } from './page-script.ts'

/** The window every deck is loaded in, in CSS px. */
const WINDOW = { width: 1280, height: 720 }

/** How long a page may take to show its first slide, or to become quiet, in ms. */
export const LOAD_LIMIT_MS = 60_000

/** What Playwright says when a page gave way to another. */
const RELOADED_RE = /Execution context was destroyed|because of a navigation/

/** How often the log is looked at for quiet, in ms. */
const LOOK_AGAIN_MS = 50

/** A page that is watched from its start. */
export interface WatchedPage {
  page: Page
  session: CDPSession
  log: NetworkLog
  close: () => Promise<void>
}

/** Opens an empty page in a browser context of its own, which is all new to every address. */
export async function openWatchedPage(
  browser: Browser,
  origin: string,
  heading: string,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: WINDOW })
  try {
    return await watchContext(context, origin, heading)
  } catch (error) {
    await context.close()
    throw error
  }
}

async function watchContext(
  context: BrowserContext,
  origin: string,
  heading: string,
): Promise<WatchedPage> {
  // tsx names functions by a helper that is not there in a page.
  await context.addInitScript('globalThis.__name ??= (value) => value')
  await context.addInitScript(watchPage, heading)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const log = createNetworkLog(origin)
  session.on('Network.requestWillBeSent', log.onRequest)
  session.on('Network.requestServedFromCache', log.onServedFromCache)
  session.on('Network.responseReceived', log.onResponse)
  session.on('Network.dataReceived', log.onData)
  session.on('Network.loadingFinished', log.onFinished)
  session.on('Network.loadingFailed', log.onFailed)
  await session.send('Network.enable')
  return { page, session, log, close: async () => context.close() }
}

/** When the first slide of a page was on the screen, in ms since the navigation began. */
export async function readFirstSlide(page: Page, url: string): Promise<number> {
  const limit = wait(LOAD_LIMIT_MS, undefined, { ref: false })
  const reading = evaluateAcrossReloads(page, async () => window.deckBench.firstSlide)
  const seenMs = await Promise.race([reading, limit])
  if (seenMs === undefined) {
    throw new Error(`${url} shows no first slide within ${LOAD_LIMIT_MS / 1000} s.`)
  }
  return seenMs
}

/** Evaluates something in a page, and again in the next one if that page gives way to it meanwhile. */
export async function evaluateAcrossReloads<Result>(
  page: Page,
  read: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await page.evaluate(read)
    } catch (error) {
      if (!RELOADED_RE.test(String(error))) {
        throw error
      }
    }
  }
}

/**
 * Waits until no request is under way, none was for some time, and the page's scripts rest too; no longer
 * than the limit.
 */
export async function waitUntilQuiet(
  { page, log }: WatchedPage,
  quietMs: number,
  limitMs: number,
): Promise<void> {
  const limit = Date.now() + limitMs
  let busyAt = Date.now()
  let known = log.sum().requests
  while (Date.now() - busyAt < quietMs && Date.now() < limit) {
    await wait(Math.min(LOOK_AGAIN_MS, quietMs))
    if (Date.now() - busyAt >= quietMs) {
      // A script that works for long asks for nothing meanwhile, but may do so at its end.
      await evaluateAcrossReloads(page, rest)
    }
    const { requests } = log.sum()
    if (log.countOpen() > 0 || requests !== known) {
      known = requests
      busyAt = Date.now()
    }
  }
}

/** Waits until a page has nothing to do; runs in the page. */
async function rest(): Promise<void> {
  await new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: 3000 })
  })
}
