import { setTimeout as wait } from 'node:timers/promises'

import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-chromium'

import { createNetworkLog } from './network-log.ts'
import type { NetworkLog } from './network-log.ts'
import { watchPage } from './page-script.ts'

/** Window in which every deck is loaded, in CSS px. */
const WINDOW = { width: 1280, height: 720 }

/** Time limit until a page shows its first slide or is quiet, in ms. */
export const LOAD_LIMIT_MS = 60_000

/** Matches Playwright's errors for a page that was reloaded during a call. */
const RELOADED_RE = /Execution context was destroyed|because of a navigation/

/** Interval of looking for new requests, in ms. */
const LOOK_AGAIN_MS = 50

/** A page whose network and paints are observed from its start. */
export interface WatchedPage {
  page: Page
  session: CDPSession
  log: NetworkLog
  close: () => Promise<void>
}

/** Opens an empty page in a browser context of its own, whose cache is empty. */
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
  // tsx compiles functions to calls of a helper that pages do not have.
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

/** Waits for the first slide of a page; returns when it was on the screen, in ms since the navigation began. */
export async function readFirstSlide(page: Page, url: string): Promise<number> {
  const limit = wait(LOAD_LIMIT_MS, undefined, { ref: false })
  const reading = evaluateAcrossReloads(page, async () => window.deckBench.firstSlide)
  const seenMs = await Promise.race([reading, limit])
  if (seenMs === undefined) {
    throw new Error(`${url} shows no first slide within ${LOAD_LIMIT_MS / 1000} s.`)
  }
  return seenMs
}

/** Evaluates something in a page, again each time the page is reloaded meanwhile. */
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
 * Waits until no request has been open for `quietMs` and the page's scripts are idle, but at most for
 * `limitMs`.
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
      // A script that runs for long may request something at its end.
      await evaluateAcrossReloads(page, becomeIdle)
    }
    const { requests } = log.sum()
    if (log.countOpen() > 0 || requests !== known) {
      known = requests
      busyAt = Date.now()
    }
  }
}

/** Waits until a page is idle; runs in the page. */
async function becomeIdle(): Promise<void> {
  await new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: 3000 })
  })
}
