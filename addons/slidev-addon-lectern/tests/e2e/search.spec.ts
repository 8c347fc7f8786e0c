import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addAxe } from '../../browser/page-script.ts'
import { openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { listFound, search } from '../harness/search.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { SLIDES } from '../harness/two-builds.ts'
import { visit, waitForApplication, WINDOWS } from '../harness/visit.ts'

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('accessible'))
})

afterAll(async () => {
  deck.expectNoErrors()
  await deck.close()
})

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('.lectern-search').waitFor({ state: 'detached' })
}

function pathOf(page: Page): string {
  const { pathname, search: query, hash } = new URL(page.url())
  return pathname + query + hash
}

describe('the search', () => {
  it.each([
    ['a title', 'footnotes', /^9\s+Footnotes/],
    ['a text', 'piece of a word', /Terms and definitions\s+Token · A piece of a word\./],
    ['an alternative text', 'blue circle', /Drawings\s+Alternative text\s*A blue circle/],
    ['code', '405e9', /Code in steps\s+Code\s*.*405e9/],
    ['a formula', String.raw`\alpha`, /Formulas\s+Formula\s*.*\\alpha/],
  ])('finds %s', async (_, text, expected) => {
    const page = await deck.open(1)
    await search(page, text)
    const [first] = await listFound(page)
    expect(first).toMatch(expected)
    expect(await page.getByRole('option').first().locator('mark').count()).toBeGreaterThan(0)
    await page.close()
  })

  it('goes to a slide with all its steps, and leaves the query of the address', async () => {
    const page = await deck.open('2?theme=x')
    await search(page, '15e12')
    await listFound(page)
    await page.keyboard.press('Enter')
    await expect.poll(() => pathOf(page)).toMatch(/^\/\d+\?theme=x&clicks=2$/)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => pathOf(page)).toMatch(/\?theme=x&clicks=1$/)
    await page.close()
  })

  it('goes to the last step on which the text is seen', async () => {
    const page = await deck.open(2)
    await search(page, 'later hidden in the end')
    await listFound(page)
    await page.keyboard.press('Enter')
    const item = page.locator('[data-slidev-no]:visible').getByText('Hidden in the end.')
    await item.waitFor()
    expect(await item.getAttribute('class')).not.toContain('hidden')
    await expect.poll(() => pathOf(page)).toMatch(/^\/\d+\?clicks=3$/)
    await page.close()
  })

  it('goes to a slide by its number', async () => {
    const page = await deck.open(2)
    await search(page, '7')
    await listFound(page)
    await page.keyboard.press('Enter')
    await slideOf(page, 7).getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => pathOf(page)).toBe('/7')
    await page.close()
  })

  it('has the keys while it is open, and gives them and the focus back', async () => {
    const page = await deck.open(2)
    await search(page, 'a')
    const selected = page.locator('[aria-selected=true]')
    const [first, second] = await listFound(page)
    expect(await selected.innerText()).toBe(first)
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => selected.innerText()).toBe(second)
    const field = page.getByRole('combobox')
    expect(await field.getAttribute('aria-activedescendant')).toBe(
      await selected.getAttribute('id'),
    )
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => selected.innerText()).toBe((await listFound(page)).at(-1))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await close(page)
    expect(pathOf(page)).toBe('/2')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => pathOf(page)).toBe('/3')
    await page.close()
  })

  it('tells what it found in words, which a screen reader says, and has no fault', async () => {
    await addAxe(deck.context)
    const page = await deck.open(2)
    await search(page, 'token')
    const count = (await listFound(page)).length
    const status = page.locator('.lectern-search').getByRole('status')
    expect(await status.innerText()).toBe(`${count} slides`)
    for (const mode of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: mode })
      await page.locator(`html.${mode}`).waitFor()
      const { violations } = await page.evaluate(async () => window.axe.run('.lectern-search', {}))
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    await page.keyboard.type('xyz')
    await expect.poll(async () => status.innerText()).toBe('Nothing found.')
    await page.close()
  })

  it('goes to the section where the talk is read', async () => {
    const page = await visit(deck, 'read', { context: { viewport: { width: 320, height: 640 } } })
    await waitForApplication(page)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('.lectern-search input:focus').waitFor()
    await page.keyboard.type('footnotes')
    await page.getByRole('option').first().click()
    await page.locator('#slide-9 h2:focus').waitFor()
    expect(new URL(page.url()).pathname).toBe('/read')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.context().close()
  })

  it('goes from the article to the step of the slide that alone shows the text, and stays', async () => {
    const features = await openDeck(await shareBuild('features'))
    const page = await visit(features, 'read', { context: { viewport: WINDOWS.phone } })
    await waitForApplication(page)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('.lectern-search input:focus').waitFor()
    await page.keyboard.type('One')
    await page.getByRole('option').filter({ hasText: 'One' }).first().click()
    await slideOf(page, SLIDES.columns).getByText('One', { exact: true }).waitFor()
    await expect
      .poll(() => pathOf(page))
      .toMatch(new RegExp(`^/${SLIDES.columns}(?:\\?clicks=1)?$`))
    await page.context().close()
    await features.close()
  })
})
