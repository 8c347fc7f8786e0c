import type { Page } from 'playwright-chromium'
import { expect } from 'vitest'

import { watchRequests } from './appearance.ts'
import { openDeck } from './deck.ts'
import type { Deck } from './deck.ts'
import { holdMassPreload } from './first-load.ts'
import { shareBuild } from './shared-builds.ts'

/** The deck with each of Slidev's features, built as this project does and as Slidev alone does. */
export interface TwoBuilds {
  lean: Deck
  stock: Deck
  /** Folder of the one built as this project does. */
  folder: string
  /** Folder of the one built as Slidev alone does. */
  stockFolder: string
  /** Does the same in both decks, at the same time: each has a browser of its own. */
  onBoth: <T>(look: (deck: Deck) => Promise<T>) => Promise<{ stock: T; lean: T }>
  /** Does the same in a window of both decks, expects the same to be seen, and returns it. */
  expectSame: <T>(path: string | number, look: (page: Page) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** Numbers of the slides of `tests/fixtures/features`. */
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
  const [lean, stock] = await Promise.all([openDeck(folder), openDeck(stockFolder)])
  for (const { context } of [lean, stock]) {
    watchRequests(context)
  }
  // Takes as long as everything that is compared.
  await stock.context.addInitScript(holdMassPreload)
  const onBoth: TwoBuilds['onBoth'] = async (look) => {
    const [seenInStock, seenInLean] = await Promise.all([look(stock), look(lean)])
    return { stock: seenInStock, lean: seenInLean }
  }
  return {
    lean,
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
      expect(seen.lean).toEqual(seen.stock)
      lean.expectNoFaults()
      return seen.lean
    },
    close: async () => {
      await Promise.all([lean.close(), stock.close()])
    },
  }
}
