import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { startWalk } from '../../tools/bench/key-presses.ts'
import { measureLoad, measureTransfer } from '../../tools/bench/page-load.ts'
import type { LoadOrder } from '../../tools/bench/page-load.ts'
import { PROFILES, UNTHROTTLED } from '../../tools/bench/profiles.ts'
import type { Profile } from '../../tools/bench/profiles.ts'
import { serveFromMemory } from '../../tools/bench/wire-server.ts'
import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { loadDeck } from '../../tools/slide-model.ts'
import type { DeckModel } from '../../tools/slide-model.ts'
import type { StaticServer } from '../../tools/static-server.ts'

// What is measured has to be there and to fit together; how long it takes is nobody's to assert.

let deck: DeckModel
let server: StaticServer
let browser: Browser

beforeAll(async () => {
  deck = await loadDeck('slides.md')
  server = await serveFromMemory(inject('builtDeck'))
  browser = await launchBrowser(ensureBrowser(console.log))
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

/** A load of one slide of the deck. */
function loadOf(slide: number, profile: Profile = UNTHROTTLED): LoadOrder {
  const heading = deck.slides[slide - 1]?.title
  if (heading === undefined) {
    throw new Error(`There is no slide ${slide}.`)
  }
  return {
    url: `${server.url}${slide === 1 ? '' : slide}`,
    heading,
    profile,
    isTimed: true,
    settleMs: 2000,
  }
}

it('sees when the first slide is painted, and what was transferred before', async () => {
  const { firstSlideMs, largestPaintMs, before } = await measureLoad(browser, loadOf(1))
  expect(firstSlideMs).toBeGreaterThan(0)
  expect(largestPaintMs).toBeGreaterThan(0)
  expect(before.requests).toBeGreaterThan(0)
  expect(before.bytes).toBeGreaterThan(0)
})

it('is held up by a slow network', async () => {
  const slow = PROFILES.find(({ name }) => name === '4g')
  const { firstSlideMs } = await measureLoad(browser, loadOf(1, slow))
  // The page itself cannot come before the network's delay is over.
  expect(firstSlideMs).toBeGreaterThan(slow?.network?.latencyMs ?? Number.POSITIVE_INFINITY)
})

it('sees the slide that a link leads to', async () => {
  const { firstSlideMs } = await measureLoad(browser, loadOf(24))
  expect(firstSlideMs).toBeGreaterThan(0)
})

it('counts compressed bytes, scripts among them, and no other host', async () => {
  const [opened] = await measureTransfer(browser, loadOf(1), [300])
  expect(opened?.scriptBytes).toBeGreaterThan(0)
  expect(opened?.bytes).toBeGreaterThan(opened?.scriptBytes ?? 0)
  expect(opened?.foreignRequests).toBe(0)
})

it('times the way from a key press to the next slide, and that it is alone there', async () => {
  const walk = await startWalk(browser, {
    contestant: { tool: 'ours', slideSelector: (number) => `[data-slidev-no="${number}"]` },
    ...loadOf(1),
  })
  try {
    for (let step = 0; step < 2; step += 1) {
      const { shownMs, settledMs } = await walk.step()
      expect(shownMs).toBeGreaterThan(0)
      expect(settledMs).toBeGreaterThanOrEqual(shownMs)
    }
    expect(await walk.readShift()).toBeGreaterThanOrEqual(0)
  } finally {
    await walk.close()
  }
})
