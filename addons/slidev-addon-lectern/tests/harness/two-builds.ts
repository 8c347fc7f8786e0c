import type { Page } from 'playwright-chromium'
import { expect } from 'vitest'

import { watchRequests } from './appearance.ts'
import { openDeck } from './deck.ts'
import type { Deck } from './deck.ts'
import { holdMassPreload } from './first-load.ts'
import { shareBuild } from './shared-builds.ts'

/** Deck with each of Slidev's features, built with Lectern's lazy client and by stock Slidev. */
export interface TwoBuilds {
  lazy: Deck
  stock: Deck
  /** Folder of the build with the lazy client. */
  folder: string
  /** Folder of the build by stock Slidev. */
  stockFolder: string
  /** Does the same in both decks at the same time; each has a browser of its own. */
  onBoth: <T>(look: (deck: Deck) => Promise<T>) => Promise<{ stock: T; lazy: T }>
  /** Does the same in a window of both decks, expects equal results, and returns one of them. */
  expectSame: <T>(path: string | number, look: (page: Page) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** Slide numbers of `tests/fixtures/features`. */
export const SLIDES = {
  lines: 2,
  magicMove: 3,
  clicks: 4,
  marks: 5,
  motion: 6,
  diagram: 7,
  formula: 8,
  tooltips: 9,
  twoslash: 10,
  compiled: 11,
  drag: 12,
  named: 13,
  columns: 14,
  end: 15,
}

/** Opens both builds. */
export async function openBoth(): Promise<TwoBuilds> {
  const folder = await shareBuild('features')
  const stockFolder = await shareBuild('features-stock')
  const [lazy, stock] = await Promise.all([openDeck(folder), openDeck(stockFolder)])
  for (const { context } of [lazy, stock]) {
    watchRequests(context)
  }
  // Fetching all slides would double the time of the tests.
  await stock.context.addInitScript(holdMassPreload)
  const onBoth: TwoBuilds['onBoth'] = async (look) => {
    const [seenInStock, seenInLazy] = await Promise.all([look(stock), look(lazy)])
    return { stock: seenInStock, lazy: seenInLazy }
  }
  return {
    lazy,
    stock,
    folder,
    stockFolder,
    onBoth,
    expectSame: async (path, look) => {
      const seen = await onBoth(async (deck) => {
        const page = await deck.open(path)
        try {
          return await look(page)
        } finally {
          await page.evaluate(() => localStorage.clear())
          await page.close()
        }
      })
      expect(seen.lazy).toEqual(seen.stock)
      lazy.expectNoErrors()
      return seen.lazy
    },
    close: async () => {
      await Promise.all([lazy.close(), stock.close()])
    },
  }
}
