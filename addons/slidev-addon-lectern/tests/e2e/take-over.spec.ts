import pixelmatch from 'pixelmatch'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import {
  COUNTING_SHIFTS,
  holdApplication,
  visit,
  waitForApplication,
  WINDOWS,
} from '../harness/visit.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('talk'))
})

afterAll(async () => deck.close())

describe('the application takes over', () => {
  /** Share of pixels that may differ: the outlines of a page's own fonts are rounded to whole units. */
  const TOLERATED_SHARE = 0.0005

  async function countDifferences(before: Buffer, after: Buffer): Promise<number> {
    const [first, second] = await Promise.all(
      [before, after].map(async (png) =>
        sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true }),
      ),
    )
    if (!first || !second) {
      throw new Error('There are no images.')
    }
    const { width, height } = first.info
    const count = pixelmatch(first.data, second.data, undefined, width, height)
    return count / (width * height)
  }

  it.each([
    ['phone', 'light', '13'],
    ['phone', 'dark', '4'],
    ['laptop', 'dark', '7'],
    ['laptop', 'light', '9'],
    ['projector', 'light', '1'],
    ['projector', 'dark', '16'],
  ] as const)(
    'and nothing changes on a %s in %s mode, slide %s',
    async (kind, colorScheme, slide) => {
      const held = holdApplication()
      const page = await visit(deck, slide, {
        ...held,
        view: 'slides',
        context: { viewport: WINDOWS[kind], colorScheme, reducedMotion: 'reduce' },
      })
      await page.evaluate(async () => {
        await document.fonts.ready
        await Promise.all([...document.images].map(async (image) => image.decode()))
      })
      const before = await page.screenshot()
      held.release()
      await waitForApplication(page)
      expect(await countDifferences(before, await page.screenshot())).toBeLessThan(TOLERATED_SHARE)
      await page.context().close()
    },
  )

  it('without a shift, and leaves the slide once in the page', async () => {
    const page = await visit(deck, '9', COUNTING_SHIFTS)
    await waitForApplication(page)
    await page.locator('[data-slidev-no="10"]').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => window.deckShifts)).toBe(0)
    expect(await page.locator('.slidev-layout:visible').count()).toBe(1)
    expect(await page.locator('#app').getAttribute('inert')).toBeNull()
    await page.context().close()
  })

  it('and goes where the keys said that were pressed before', async () => {
    const held = holdApplication()
    const page = await visit(deck, '', held)
    for (const key of ['ArrowRight', 'ArrowRight', ' ', 'ArrowLeft']) {
      await page.keyboard.press(key)
    }
    held.release()
    await page.waitForURL(/\/3$/)
    await expect.poll(async () => slideOf(page, 3).locator('.slidev-layout').isVisible()).toBe(true)
    await page.context().close()
  })

  it('and does once what was pressed while it was there and waited for the image', async () => {
    let release = (): void => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const page = await visit(deck, '13', {
      prepare: async (opened) =>
        opened.route(/llama3-post-training/, async (route) => {
          await released
          await route.continue()
        }),
    })
    await page.locator('#app [data-slidev-no="13"] .slidev-layout').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowRight')
    release()
    await waitForApplication(page)
    await slideOf(page, 14).locator('.slidev-layout:visible').waitFor()
    // The next key is done after all that were kept.
    await page.keyboard.press('ArrowRight')
    await slideOf(page, 15).locator('.slidev-layout:visible').waitFor()
    expect(new URL(page.url()).pathname).toBe('/15')
    await page.context().close()
  })

  it('and does what was pressed under the slide on a phone', async () => {
    const held = holdApplication()
    const page = await visit(deck, '5', {
      ...held,
      view: 'slides',
      context: { viewport: WINDOWS.phone },
    })
    await page.locator('#lectern-prerendered').getByTitle('Go to next slide').click()
    held.release()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/6')
    await page.context().close()
  })
})
