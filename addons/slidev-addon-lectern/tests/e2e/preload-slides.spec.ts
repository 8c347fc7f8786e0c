import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { goNext, openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { COUNTING_SHIFTS, visit, waitForApplication } from '../harness/visit.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('talk'))
})

afterAll(async () => deck.close())

it('fetches the images of the slide and of the next two, and never all', async () => {
  const asked = new Set<string>()
  const page = await visit(deck, '10', {
    prepare: async (opened) => {
      await opened.clock.install()
      opened.on('request', (request) => {
        if (request.url().endsWith('.png')) {
          asked.add(new URL(request.url()).pathname)
        }
      })
    },
  })
  await expect.poll(() => asked.has('/llama3-scaling-rule.png')).toBe(true)
  await waitForApplication(page)
  // Slidev by itself mounts every slide, and so fetches every image, three seconds after its start.
  await page.clock.runFor(10_000)
  await slideOf(page, 11).waitFor({ state: 'attached' })
  expect([...asked].toSorted()).toEqual(['/llama3-scaling-rule.png', '/llama3-size.png'])
  await page.context().close()
})

it('has the fonts of the next slide ready, so that nothing moves when it is shown', async () => {
  const page = await visit(deck, '', COUNTING_SHIFTS)
  await waitForApplication(page)
  for (let number = 2; number <= 12; number += 1) {
    await waitForFonts(page, number)
    await goNext(page, number)
  }
  expect(await page.evaluate(() => window.deckShifts)).toBe(0)
  await page.context().close()
})

/** Waits until all fonts of a slide are loaded. */
async function waitForFonts(page: Page, number: number): Promise<void> {
  await slideOf(page, number).locator('.slidev-layout').waitFor({ state: 'attached' })
  await page.waitForFunction((slide) => {
    const elements = document.querySelectorAll(`#slideshow [data-slidev-no="${slide}"] *`)
    return [...elements].every((element) => {
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element)
      return document.fonts.check(
        `${fontStyle} ${fontWeight} 16px ${fontFamily}`,
        element.textContent ?? '',
      )
    })
  }, number)
}
