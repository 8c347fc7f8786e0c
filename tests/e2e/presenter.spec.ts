import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { openDeck, settle, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(inject('builtDeck'))
})

afterAll(async () => deck.close())

it('keeps the audience’s window in step with the presenter’s, both ways', async () => {
  const presenter = await deck.open('presenter/11')
  const audience = await deck.open(11)

  await presenter.keyboard.press('ArrowRight')
  await audience.waitForURL((url) => url.pathname === '/12')
  expect(await slideOf(audience, 12).locator('h1').innerText()).toBe('Pre-training - Data')

  await audience.keyboard.press('ArrowRight')
  await presenter.waitForURL((url) => url.pathname === '/presenter/13')
  deck.expectNoFaults()
})

it('numbers the current and the next slide by their own numbers', async () => {
  const presenter = await deck.open('presenter/12')
  await presenter.setViewportSize({ width: 1280, height: 800 })
  await presenter.locator('[data-slidev-no="13"] .slide-current-no:visible').first().waitFor()
  const shown = await presenter
    .locator('[data-slidev-no]:has(.slide-current-no)')
    .evaluateAll((slides) =>
      slides.map((slide) => [
        slide.getAttribute('data-slidev-no'),
        slide.querySelector('.slide-current-no')?.textContent,
      ]),
    )
  expect(shown).toContainEqual(['12', '12'])
  expect(shown).toContainEqual(['13', '13'])
})

it('shows the notes in legible type, the Chinese ones marked and set in the bundled font', async () => {
  const presenter = await deck.open('presenter/12')
  await presenter.setViewportSize({ width: 1280, height: 800 })
  const chinese = presenter.locator('.slidev-note [lang="zh-Hant"]').first()
  await chinese.waitFor()
  await settle(presenter)
  expect(await chinese.innerText()).toContain('Code data都是由llama2產生的資料集')
  const sizePx = await chinese.evaluate((note) =>
    Number.parseFloat(getComputedStyle(note).fontSize),
  )
  expect(sizePx).toBeGreaterThanOrEqual(16)
  await expect
    .poll(async () =>
      presenter.evaluate(() =>
        [...document.fonts].some(
          (font) => font.family.includes('Noto Sans TC') && font.status === 'loaded',
        ),
      ),
    )
    .toBe(true)
  expect(await presenter.locator('.slidev-note p', { hasText: 'Check:' }).count()).toBe(1)
  deck.expectNoFaults()
})

it('has a timer that runs once it is started', async () => {
  const presenter = await deck.open('presenter/1')
  await presenter.setViewportSize({ width: 1280, height: 800 })
  const timer = presenter.locator(String.raw`.group:has(.i-carbon\:time)`)
  const readTimer = async (): Promise<string> => (await timer.innerText()).replace(/\s/g, '')
  expect(await readTimer()).toBe('-:--')
  await timer.locator('.cursor-pointer').hover()
  await timer.locator(String.raw`.i-carbon\:play`).click()
  await expect.poll(readTimer).toMatch(/^0?0:0[1-9]$/)
})
