import { setTimeout as wait } from 'node:timers/promises'

import type { Browser, CDPSession } from 'playwright-chromium'

import type { Transfer } from './network-log.ts'
import type { Profile } from './profiles.ts'
import { LOAD_LIMIT_MS, openWatchedPage, readFirstSlide, waitUntilQuiet } from './watched-page.ts'

/** Time without a request after which a load is over, in ms. */
const QUIET_MS = 500

/** Time a page is watched after its first slide where only the first slide counts, in ms. */
export const AFTER_PAINT_MS = 300

/**
 * Pause before a load that is timed, in ms: a new context makes the browser start processes, which slows loads
 * for that long. A visitor's browser has started them before.
 */
const REST_MS = 600

/** A page to load. */
export interface LoadOrder {
  url: string
  /** Text of the heading on the slide that the page opens. */
  heading: string
  profile: Profile
  /** Whether the load is timed. */
  isTimed: boolean
  /** Time after the first slide at which the load is over, even when requests go on, in ms. */
  settleMs: number
}

/** Times of a load in ms since the navigation began, its layout shift, and its transfer. */
export interface LoadResult {
  /** When the first slide was on the screen. */
  firstSlideMs: number
  largestPaintMs: number
  /** Sum of all layout shifts. */
  shift: number
  /** Transferred until the first slide was on the screen. */
  before: Transfer
}

/**
 * Measures what a page transfers when nothing is pressed.
 *
 * @param quietMs - Times without a request, ascending.
 * @returns The transfer until the page was quiet for each of these times.
 */
export async function measureTransfer(
  browser: Browser,
  { url, heading }: Pick<LoadOrder, 'url' | 'heading'>,
  quietMs: readonly number[],
): Promise<Transfer[]> {
  const watched = await openWatchedPage(browser, new URL(url).origin, heading)
  const { page, log, close } = watched
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: LOAD_LIMIT_MS })
    await readFirstSlide(page, url)
    const transfers: Transfer[] = []
    for (const time of quietMs) {
      await waitUntilQuiet(watched, time, LOAD_LIMIT_MS)
      transfers.push(log.sum())
    }
    return transfers
  } finally {
    await close()
  }
}

/**
 * Measures a load of a page in an empty browser context.
 *
 * @throws {Error} when its first slide does not appear.
 */
export async function measureLoad(browser: Browser, order: LoadOrder): Promise<LoadResult> {
  const watched = await openWatchedPage(browser, new URL(order.url).origin, order.heading)
  const { page, session, log } = watched
  try {
    await session.send('Performance.enable')
    await slowDown(session, order.profile)
    if (order.isTimed) {
      await wait(REST_MS)
    }
    await page.goto(order.url, { waitUntil: 'commit', timeout: LOAD_LIMIT_MS })
    const seenMs = await readFirstSlide(page, order.url)
    await waitUntilQuiet(watched, QUIET_MS, order.settleMs)
    const paints = await page.evaluate(readPaints)
    // A heading is laid out, but not painted, while its font is loading.
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

/** Reads what the browser has recorded; runs in the page. */
async function readPaints(): Promise<{ firstMs: number; largestMs: number; shift: number }> {
  // The browser keeps entries from the start, so nothing has to observe them during the load.
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
