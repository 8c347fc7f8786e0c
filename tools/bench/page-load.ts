import { setTimeout as wait } from 'node:timers/promises'

import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-chromium'

import { createNetworkLog } from './network-log.ts'
import type { NetworkLog, Transfer } from './network-log.ts'
import { watchPage } from './page-script.ts'
import type { Profile } from './profiles.ts'

/** The window every deck is loaded in, in CSS px. */
const WINDOW = { width: 1280, height: 720 }

/** How long a page may take to show its first slide, or to become quiet, in ms. */
const LOAD_LIMIT_MS = 60_000

/** A load is over when nothing was requested for so long, in ms … */
const QUIET_MS = 500

/** … or so long after the first slide was there, in ms. */
const AFTER_FIRST_SLIDE_MS = 5000

/** How often the log is looked at for quiet, in ms. */
const LOOK_AGAIN_MS = 50

/** A page that is to be loaded. */
export interface LoadOrder {
  url: string
  /** Text of the heading on the slide that it opens. */
  heading: string
  profile: Profile
}

/** What one load of a page took; times in ms since the navigation began. */
export interface LoadFacts {
  /** The first slide is on the screen. */
  firstSlideMs: number
  largestPaintMs: number
  /** Sum of all layout shifts. */
  shift: number
  /** Transferred until the first slide was on the screen. */
  before: Transfer
}

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

/**
 * What a page transfers when nothing is pressed.
 *
 * @param quietMs - Without a request for so long it is enough; several such times, ascending.
 * @returns What was transferred at each of these times.
 */
export async function measureTransfer(
  browser: Browser,
  { url, heading }: Omit<LoadOrder, 'profile'>,
  quietMs: readonly number[],
): Promise<Transfer[]> {
  const { page, log, close } = await openWatchedPage(browser, new URL(url).origin, heading)
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: LOAD_LIMIT_MS })
    await readFirstSlide(page, url)
    const transfers: Transfer[] = []
    for (const time of quietMs) {
      await waitUntilQuiet(log, time, LOAD_LIMIT_MS)
      transfers.push(log.sum())
    }
    return transfers
  } finally {
    await close()
  }
}

/**
 * Loads a page into an empty browser context and tells what it took.
 *
 * @throws {Error} when its first slide does not appear.
 */
export async function measureLoad(browser: Browser, order: LoadOrder): Promise<LoadFacts> {
  const watched = await openWatchedPage(browser, new URL(order.url).origin, order.heading)
  const { page, session, log } = watched
  try {
    await session.send('Performance.enable')
    await slowDown(session, order.profile)
    await page.goto(order.url, { waitUntil: 'commit', timeout: LOAD_LIMIT_MS })
    const seenMs = await readFirstSlide(page, order.url)
    await waitUntilQuiet(log, QUIET_MS, AFTER_FIRST_SLIDE_MS)
    const paints = await page.evaluate(readPaints)
    // A heading in a type that is still on its way is laid out, but not painted.
    const firstSlideMs = Math.max(seenMs, paints.firstMs)
    const { metrics } = await session.send('Performance.getMetrics')
    const start = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? 0
    return {
      firstSlideMs,
      largestPaintMs: paints.largestMs,
      shift: paints.shift,
      before: log.sum(start + firstSlideMs / 1000),
    }
  } finally {
    await watched.close()
  }
}

/** When the first slide of a page was on the screen, in ms since the navigation began. */
export async function readFirstSlide(page: Page, url: string): Promise<number> {
  const limit = wait(LOAD_LIMIT_MS, undefined, { ref: false }).then(() => undefined)
  const seenMs = await Promise.race([page.evaluate(async () => window.deckBench.firstSlide), limit])
  if (seenMs === undefined) {
    throw new Error(`${url} shows no first slide within ${LOAD_LIMIT_MS / 1000} s.`)
  }
  return seenMs
}

/** Waits until no request is under way, and none was for some time; no longer than the limit. */
export async function waitUntilQuiet(
  log: NetworkLog,
  quietMs: number,
  limitMs: number,
): Promise<void> {
  const limit = Date.now() + limitMs
  let busyAt = Date.now()
  let known = log.sum().requests
  while (Date.now() - busyAt < quietMs && Date.now() < limit) {
    await wait(Math.min(LOOK_AGAIN_MS, quietMs))
    const { requests } = log.sum()
    if (log.countOpen() > 0 || requests !== known) {
      known = requests
      busyAt = Date.now()
    }
  }
}

async function slowDown(session: CDPSession, { cpuSlowdown, network }: Profile): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  if (network) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: (network.downKbitPerS * 1000) / 8,
      uploadThroughput: (network.upKbitPerS * 1000) / 8,
    })
  }
}

/** What the browser itself noted; runs in the page. */
async function readPaints(): Promise<{ firstMs: number; largestMs: number; shift: number }> {
  // Entries are kept from the start, so that nothing has to watch while the page loads.
  const read = async (type: string): Promise<PerformanceEntryList> =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        resolve(list.getEntries())
        observer.disconnect()
      })
      observer.observe({ type, buffered: true })
      setTimeout(() => resolve([]), 100)
    })
  const [paints, largest, shifts] = await Promise.all(
    ['paint', 'largest-contentful-paint', 'layout-shift'].map(read),
  )
  const first = paints?.find(({ name }) => name === 'first-contentful-paint')
  return {
    firstMs: first?.startTime ?? 0,
    largestMs: largest?.at(-1)?.startTime ?? 0,
    shift: (shifts ?? []).reduce(
      (sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0),
      0,
    ),
  }
}
