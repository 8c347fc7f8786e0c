import { setTimeout as wait } from 'node:timers/promises'

import type { Browser, CDPSession } from 'playwright-chromium'

import type { Transfer } from './network-log.ts'
import type { Profile } from './profiles.ts'
import { LOAD_LIMIT_MS, openWatchedPage, readFirstSlide, waitUntilQuiet } from './watched-page.ts'

/** A load is over when nothing was requested for so long, in ms. */
const QUIET_MS = 500

/** How long a page is watched after its first slide where nothing after that is asked for, in ms. */
export const AFTER_PAINT_MS = 300

/**
 * How long a browser rests before a load that is timed, in ms: a new context has it start processes, which
 * takes as long and slows whatever is loaded meanwhile; a visitor's browser has long been started.
 */
const REST_MS = 600

/** A page that is to be loaded. */
export interface LoadOrder {
  url: string
  /** Text of the heading on the slide that it opens. */
  heading: string
  profile: Profile
  /** Whether it matters how long it takes. */
  isTimed: boolean
  /** The load is over as well so long after that slide was there, in ms. */
  settleMs: number
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

/**
 * What a page transfers when nothing is pressed.
 *
 * @param quietMs - Without a request for so long it is enough; several such times, ascending.
 * @returns What was transferred at each of these times.
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
    if (order.isTimed) {
      await wait(REST_MS)
    }
    await page.goto(order.url, { waitUntil: 'commit', timeout: LOAD_LIMIT_MS })
    const seenMs = await readFirstSlide(page, order.url)
    await waitUntilQuiet(watched, QUIET_MS, order.settleMs)
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
