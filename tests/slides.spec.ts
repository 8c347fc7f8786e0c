import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Color from 'colorjs.io'
import type { Locator, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { serveFolder } from '../addons/slidev-addon-lectern/browser/static-server.ts'
import type { DeckModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { createSiteHeaders } from '../addons/slidev-addon-lectern/site/headers.ts'
import { loadFixture } from '../addons/slidev-addon-lectern/tests/harness/deck-source.ts'
import {
  observeLayout,
  goNext,
  openServedDeck,
  slideOf,
} from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import { shareBuild } from '../addons/slidev-addon-lectern/tests/harness/shared-builds.ts'
import { visit, WITHOUT_SCRIPT } from '../addons/slidev-addon-lectern/tests/harness/visit.ts'

let site: string
let model: DeckModel
let deck: Deck

beforeAll(async () => {
  site = await shareBuild('talk')
  model = await loadFixture('talk')
  // With the headers of a host, so that nothing here may do what the policy forbids.
  deck = await openServedDeck(await serveFolder(site, { headersOf: await createSiteHeaders() }))
})

afterAll(async () => deck.close())

it('shows each slide after a key press, with its heading, its number and the text of its own page', async () => {
  const page = await deck.open(1)
  const reader = await visit(deck, '', WITHOUT_SCRIPT)
  for (const { number, title } of model.slides) {
    if (number > 1) {
      await goNext(page, number)
      await reader.goto(`${deck.url}${number}`)
    }
    const slide = slideOf(page, number)
    const shown = {
      number,
      heading: (await slide.locator('h1, h2').first().innerText()).trim(),
      numbers: await slide.locator('.slide-current-no').allInnerTexts(),
      text: await slide.innerText(),
    }
    expect(shown).toEqual({
      number,
      heading: title,
      // The title slide alone has no number.
      numbers: number === 1 ? [] : [String(number)],
      text: await reader.locator('#lectern-prerendered [data-slidev-no]').innerText(),
    })
  }
  await reader.context().close()
  deck.expectNoErrors()
})

it('opens a slide by its address, in dark mode too', async () => {
  const page = await deck.open(14, { colorScheme: 'dark' })
  expect(await slideOf(page, 14).locator('h2').innerText()).toBe('Preference Data')
  expect(await observeLayout(page, 14)).toEqual([])
  deck.expectNoErrors()
})

it('shows each slide’s own number during a transition', async () => {
  const page = await deck.open(9, { motion: 'no-preference' })
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-slidev-no="10"]').waitFor()
  const numbers = await page
    .locator('[data-slidev-no]:has(.slide-current-no)')
    .evaluateAll((all) =>
      all.map((slide) => [
        slide.getAttribute('data-slidev-no'),
        slide.querySelector('.slide-current-no')?.textContent,
      ]),
    )
  expect(numbers.length).toBeGreaterThan(0)
  for (const [own, shown] of numbers) {
    expect(shown).toBe(own)
  }
})

it.each(['light', 'dark'] as const)(
  'shows how far the talk is on section slides and others, in %s mode',
  async (colorScheme) => {
    for (const { number, frontmatter } of model.slides.slice(2, 5)) {
      const page = await deck.open(number, { colorScheme })
      const [paper, rest, done] = await slideOf(page, number).evaluate((slide) =>
        ['.slidev-layout', '.stretch', '.shown'].map((selector) => {
          const part = slide.querySelector(selector)
          return part ? getComputedStyle(part).backgroundColor : ''
        }),
      )
      const contrast = (one = '', other = ''): number =>
        new Color(one).contrastWCAG21(new Color(other))
      const seen = {
        layout: frontmatter['layout'],
        rest: contrast(rest, paper) > 1.3,
        done: contrast(done, paper) > 4.5,
        apart: contrast(done, rest) > 3,
      }
      expect(seen).toEqual({ layout: frontmatter['layout'], rest: true, done: true, apart: true })
      await page.close()
    }
    const layouts = model.slides.slice(2, 5).map(({ frontmatter }) => frontmatter['layout'])
    expect(new Set(layouts)).toEqual(new Set(['cover', undefined]))
  },
)

it('sets formulas in the font and the size of the text', async () => {
  const page = await deck.open(4)
  const formula = slideOf(page, 4).locator('.katex-html')
  const line = slideOf(page, 4).locator('li:has(> .katex)')
  expect(await readFonts(page, formula)).toEqual(['Inter'])
  const [size, own] = await Promise.all(
    [line, formula].map(async (part) =>
      part.evaluate((element) => getComputedStyle(element).fontSize),
    ),
  )
  expect(own).toBe(size)
  await page.close()
})

/** Returns the names of the fonts that the browser takes for the text of an element. */
async function readFonts(page: Page, element: Locator): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await element.evaluate((shown) => shown.setAttribute('data-read-fonts', ''))
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-read-fonts] *',
  })
  const used = await Promise.all(
    nodeIds.map(async (nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })),
  )
  return [...new Set(used.flatMap(({ fonts }) => fonts.map(({ familyName }) => familyName)))]
}

it('tells a screen reader the number of the slide and of all slides', async () => {
  const page = await deck.open(10)
  const name = `Slide 10 of ${model.slides.length}`
  expect(await slideOf(page, 10).getByRole('img', { name, exact: true }).count()).toBe(1)
})

it('shows plain titles and right numbers in the overview, and a plain document title', async () => {
  const page = await deck.open('overview')
  const numbers = model.slides.slice(1).map(({ number }) => String(number))
  await expect.poll(async () => page.locator('.slide-current-no').allInnerTexts()).toEqual(numbers)
  const text = await page.locator('body').innerText()
  expect(text).toContain('Synthetic data generation: Execution feedback')
  expect(text).not.toMatch(/\*\*|\]\{color=/)
  expect(await page.title()).toContain('The Llama 3 Herd of Models')
})

it('describes itself in the page’s head, and preloads no image there', () => {
  const html = readFileSync(join(site, 'index.html'), 'utf8')
  expect(html).toContain('<html lang="en" ')
  expect(html).toContain('<title>The Llama 3 Herd of Models</title>')
  expect(html).toContain('<meta name="author" content="Jun-Chen Hung">')
  expect(html).toContain('href="/favicon.svg"')
  expect(html).not.toContain('as="image"')
})
