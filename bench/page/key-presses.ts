import { setTimeout as wait } from 'node:timers/promises'

import type { Browser, Page } from 'playwright-chromium'

import type { Contestant } from '../contestants/contestant.ts'
import type { StepTimes } from './page-script.ts'
import { openWatchedPage, readFirstSlide, waitUntilQuiet } from './watched-page.ts'
import type { WatchedPage } from './watched-page.ts'

/** Time without a request after which a page is ready for keys, in ms; Slidev fetches more after 3 s. */
const QUIET_MS = 3500

/** Time after which a page that goes on requesting counts as ready all the same, in ms. */
const QUIET_LIMIT_MS = 20_000

/** Time limit until a slide appears, in ms. */
const STEP_LIMIT_MS = 10_000

/** Parts of a contestant that a walk needs. */
export type WalkedDeck = Pick<Contestant, 'tool' | 'slideSelector'>

/** A deck that is shown. */
export interface ShownDeck {
  contestant: WalkedDeck
  /** Address of the first slide. */
  url: string
  heading: string
}

/** A deck that is walked through by key presses. */
export interface Walk {
  contestant: WalkedDeck
  /** Goes to the next slide. */
  step: () => Promise<StepTimes>
  /** Returns the sum of the layout shifts so far, including those right after a key press. */
  readShift: () => Promise<number>
  /** Returns the number of requests to other hosts so far. */
  countForeign: () => number
  close: () => Promise<void>
}

/** Opens a deck at its first slide and waits until the page is quiet. */
export async function startWalk(
  browser: Browser,
  { contestant, url, heading }: ShownDeck,
): Promise<Walk> {
  const watched = await openWatchedPage(browser, new URL(url).origin, heading)
  const { page, log, close } = watched
  try {
    await openQuietly(watched, url)
    await page.evaluate(collectShifts)
  } catch (error) {
    await close()
    throw error
  }
  let number = 1
  return {
    contestant,
    step: async () => {
      number += 1
      return pressKey(page, contestant, number)
    },
    readShift: async () => page.evaluate(() => window.deckShift),
    countForeign: () => log.sum().foreignRequests,
    close,
  }
}

async function openQuietly(watched: WatchedPage, url: string): Promise<void> {
  const { page } = watched
  await page.goto(url)
  await readFirstSlide(page, url)
  await waitUntilQuiet(watched, QUIET_MS, QUIET_LIMIT_MS)
}

async function pressKey(page: Page, contestant: WalkedDeck, number: number): Promise<StepTimes> {
  await page.evaluate((step) => window.deckBench.arm(step), {
    next: contestant.slideSelector(number),
    previous: contestant.slideSelector(number - 1),
  })
  await page.keyboard.press('ArrowRight')
  const times = await Promise.race([
    page.evaluate(async () => window.deckBench.readStep()),
    wait(STEP_LIMIT_MS, undefined, { ref: false }),
  ])
  if (!times) {
    throw new Error(
      `${contestant.tool}: slide ${number} did not appear within ${STEP_LIMIT_MS / 1000} s of the key press.`,
    )
  }
  return times
}

declare global {
  interface Window {
    /** Sum of the layout shifts. */
    deckShift: number
  }
}

/** Adds up all layout shifts, those before the call included; runs in the page. */
function collectShifts(): void {
  window.deckShift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.deckShift += 'value' in entry ? Number(entry.value) : 0
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
