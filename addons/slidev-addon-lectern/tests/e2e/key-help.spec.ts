import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { addAxe } from '../../browser/page-script.ts'
import { openDeck } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { nextFrames } from '../harness/visit.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('figures'))
})

afterAll(async () => {
  deck.expectNoErrors()
  await deck.close()
})

async function openHelp(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
}

it.each(['2', 'presenter/2'])('lists the keys of the deck in /%s', async (path) => {
  const page = await deck.open(path)
  await openHelp(page)
  const lines = await page.getByRole('dialog').locator('dl > div').allInnerTexts()
  const texts = lines.map((line) => line.replaceAll(/\s+/g, ' '))
  expect(texts).toEqual(
    expect.arrayContaining([
      'Next step Space → Page Down',
      'Next slide ↓ Shift+→',
      'Go to a slide by number or title G',
      'Enlarge the figure Z',
      'These keys ?',
    ]),
  )
  await page.close()
})

it('keeps the keys and the focus until it is closed, and then gives them back', async () => {
  const page = await deck.open(2)
  await openHelp(page)
  await page.keyboard.press('ArrowRight')
  await nextFrames(page)
  const inDialog = page.evaluate(() => document.activeElement?.closest('dialog') !== null)
  expect([new URL(page.url()).pathname, await inDialog]).toEqual(['/2', true])
  for (const close of [
    async () => page.keyboard.press('?'),
    async () => page.keyboard.press('Escape'),
    async () => page.getByRole('button', { name: 'Close' }).click(),
    async () => page.mouse.click(4, 4),
  ]) {
    await close()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect
      .poll(async () => page.evaluate(() => document.activeElement?.localName))
      .toBe('body')
    await openHelp(page)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/3')
  await page.close()
})

it('fits a window of 320 px, and leaves nothing for a screen reader to trip over', async () => {
  await addAxe(deck.context)
  const page = await deck.open(2)
  await page.evaluate(() => sessionStorage.setItem('lectern-view', 'slides'))
  await page.setViewportSize({ width: 320, height: 640 })
  await openHelp(page)
  const room = await page
    .getByRole('dialog')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(room).toBe(0)
  const { violations } = await page.evaluate(async () => window.axe.run('.lectern-help', {}))
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.close()
})

it('shows the focus by two rings, one of which is seen on any background', async () => {
  const page = await deck.open(2)
  await page.keyboard.press('Tab')
  const rings = async (): Promise<unknown> =>
    page.evaluate(() => {
      const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(
        document.activeElement ?? document.body,
      )
      return [outlineStyle, outlineColor, boxShadow]
    })
  await expect
    .poll(rings)
    .toEqual(['solid', 'rgb(255, 255, 255)', 'rgb(27, 39, 51) 0px 0px 0px 5px'])
  await page.close()
})
