import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openDeck, settle, slideOf } from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import { shareBuild } from '../addons/slidev-addon-lectern/tests/harness/shared-builds.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('talk'))
})

afterAll(async () => deck.close())

it('keeps the audience’s window in step with the presenter’s, both ways', async () => {
  const presenter = await deck.open('presenter/10')
  const audience = await deck.open(10)

  await presenter.keyboard.press('ArrowRight')
  await audience.waitForURL((url) => url.pathname === '/11')
  expect(await slideOf(audience, 11).locator('h1').innerText()).toBe('Pre-training - Model')

  await audience.keyboard.press('ArrowRight')
  await presenter.waitForURL((url) => url.pathname === '/presenter/12')
  deck.expectNoErrors()
})

describe('the presenter’s window', () => {
  let presenter: Page

  beforeAll(async () => {
    presenter = await deck.open('presenter/9')
    await presenter.setViewportSize({ width: 1280, height: 800 })
  })

  afterAll(async () => presenter.close())

  it('numbers the current and the next slide by their own numbers', async () => {
    await presenter.locator('[data-slidev-no="10"] .slide-current-no:visible').first().waitFor()
    const shown = await presenter
      .locator('[data-slidev-no]:has(.slide-current-no)')
      .evaluateAll((slides) =>
        slides.map((slide) => [
          slide.getAttribute('data-slidev-no'),
          slide.querySelector('.slide-current-no')?.textContent,
        ]),
      )
    expect(shown).toContainEqual(['9', '9'])
    expect(shown).toContainEqual(['10', '10'])
  })

  it('shows the notes large enough to read, the Chinese ones marked and set in the bundled font', async () => {
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
    deck.expectNoErrors()
  })
})
