import Color from 'colorjs.io'
import type { Locator, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { loadFixture } from '../addons/slidev-addon-lectern/tests/harness/deck-source.ts'
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

/** Returns the lowest contrast of the texts of elements, as they are faded, with the ground of the window. */
async function readContrast(elements: Locator, ground: string): Promise<number> {
  const colors = await elements.evaluateAll((all) =>
    all.map((element) => {
      let opacity = 1
      for (let at: Element | null = element; at; at = at.parentElement) {
        opacity *= Number(getComputedStyle(at).opacity)
      }
      return { color: getComputedStyle(element).color, opacity }
    }),
  )
  expect(colors.length).toBeGreaterThan(0)
  return Math.min(
    ...colors.map(({ color, opacity }) => {
      const shown = new Color(ground).mix(new Color(color), opacity, { space: 'srgb' })
      return shown.contrastWCAG21(new Color(ground))
    }),
  )
}

/** Number of words in a slide's note, in the overview. */
const WORDS = '.overview-slide-block > div.absolute:not(.slidev-layout *)'

describe('the overview with notes', () => {
  it.each([
    ['light', '#ffffff'],
    ['dark', '#121212'],
  ] as const)('shows notes, numbers and words legibly in %s mode', async (colorScheme, ground) => {
    const page = await deck.open('overview', { colorScheme })
    const notes = page.locator('.overview-slide-block .slidev-note')
    const note = notes.filter({ hasText: 'almost 50 times the compute' })
    await note.waitFor()
    expect(await note.evaluate((shown) => getComputedStyle(shown).fontStyle)).toBe('normal')
    const texts = [
      note.locator('p'),
      notes.filter({ hasText: 'No notes' }).first(),
      page.locator(WORDS),
      page.getByText(/ slides · \d+ clicks · /),
      page.locator('nav button:has(> div)'),
      page.locator('.overview-slide-block .tabular-nums:not(.slidev-layout *)'),
    ]
    for (const text of texts) {
      expect(await readContrast(text, ground)).toBeGreaterThanOrEqual(4.5)
    }
    await page.close()
  })

  it('counts the words of the notes', async () => {
    const page = await deck.open('overview')
    const counts = await page.locator(WORDS).allInnerTexts()
    const { slides } = await loadFixture('talk')
    expect(counts).toHaveLength(slides.filter(({ noteLines }) => noteLines.length > 0).length)
    const total = counts.map((count) => Number.parseInt(count, 10)).reduce((a, b) => a + b, 0)
    await page.getByText(` · ${total} words`).waitFor()
    await page.close()
  })
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

  it('keeps the lines of a note as the author typed them', async () => {
    const page = await deck.open('presenter/10')
    const note = page.locator('.slidev-note p', { hasText: '少量' })
    await expect
      .poll(async () => (await note.innerText()).split('\n'))
      .toEqual([
        '少量的高品質資料可以助於提升模型能力',
        '在405B的模型上效果不顯著，證明他的ICL能力足夠',
      ])
    await page.close()
  })

  it('gives the notes the room below the next slide', async () => {
    await presenter.locator('.grid-section.next [data-slidev-no]').waitFor()
    const [note, next, slide] = await Promise.all(
      [
        '.grid-section.note',
        '.grid-section.next',
        '.grid-section.next .slidev-slide-container',
      ].map(async (selector) => presenter.locator(selector).first().boundingBox()),
    )
    expect(note?.height).toBeGreaterThan(2 * (next?.height ?? Infinity))
    // The next slide is as wide as its column, apart from the padding.
    expect(slide?.width).toBeGreaterThan(0.9 * (next?.width ?? Infinity))
  })

  it.each([
    ['light', '#ffffff'],
    ['dark', '#121212'],
  ] as const)('has no text in the talk’s pale color in %s mode', async (colorScheme, ground) => {
    const page = await deck.open('presenter/9', { colorScheme })
    const primary = page.locator(':is(.text-primary, [text-primary]):not(.slidev-layout *):visible')
    await primary.first().waitFor()
    expect(await readContrast(primary, ground)).toBeGreaterThanOrEqual(4.5)
    await page.close()
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
