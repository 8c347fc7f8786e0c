import { setTimeout as wait } from 'node:timers/promises'

import type { Browser } from 'playwright-chromium'

import { startWalk } from '../page/key-presses.ts'
import type { Walk } from '../page/key-presses.ts'
import type { BenchContext, ServedDeck } from './bench-context.ts'

/** Pause before each key press, in ms. */
const REST_MS = 200

/** Measures walks through the decks by key presses, side by side: a slide of each, then the next of each. */
export async function measureWalks(
  context: BenchContext,
  decks: readonly ServedDeck[],
): Promise<void> {
  const { deck, plan, progress } = context
  const steps = countSteps(deck.slides.length, plan.walkedPart)
  progress.start('Pressing keys', plan.walks * steps)
  for (let pass = 0; pass < plan.walks; pass += 1) {
    await walkOnce(context, decks, steps)
  }
}

/**
 * Returns the number of key presses of a walk: at least one where there is a slide to go to.
 *
 * @param part - Part of the deck that the walk covers, up to 1.
 */
export function countSteps(slides: number, part: number): number {
  const most = Math.max(slides - 1, 0)
  return Math.max(Math.round(most * part), Math.min(most, 1))
}

async function walkOnce(
  { browser, heading, results, progress }: BenchContext,
  decks: readonly ServedDeck[],
  steps: number,
): Promise<void> {
  const walks = await startWalks(browser, decks, heading)
  try {
    for (let number = 0; number < steps; number += 1) {
      for (const { contestant, step } of walks) {
        await wait(REST_MS)
        const { shownMs, settledMs } = await step()
        results.add('key-shown', contestant.tool, shownMs)
        results.add('key-settled', contestant.tool, settledMs)
      }
      progress.advance()
    }
    for (const { contestant, readShift, countForeign } of walks) {
      results.add('shift.walk', contestant.tool, await readShift())
      results.add('foreign.walk', contestant.tool, countForeign())
    }
  } finally {
    await Promise.all(walks.map(async ({ close }) => close()))
  }
}

/** Opens all decks at once, because nothing is timed yet. */
async function startWalks(
  browser: Browser,
  decks: readonly ServedDeck[],
  heading: string,
): Promise<Walk[]> {
  const started = await Promise.allSettled(
    decks.map(async (deck) => startWalk(browser, { ...deck, heading })),
  )
  const failed = started.find((one) => one.status === 'rejected')
  const walks = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (failed) {
    await Promise.all(walks.map(async ({ close }) => close()))
    throw failed.reason
  }
  return walks
}
