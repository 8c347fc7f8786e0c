import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { standStill } from '../harness/appearance.ts'
import { openBoth, SLIDES } from '../harness/two-builds.ts'
import type { TwoBuilds } from '../harness/two-builds.ts'
import { visit, waitForApplication } from '../harness/visit.ts'

let builds: TwoBuilds

beforeAll(async () => {
  builds = await openBoth()
})

afterAll(async () => builds.close())

describe('the go-to dialog', () => {
  it.each([
    ['a number', '12'],
    ['a part of a title', 'templ'],
    ['a title with a slip', 'digram'],
  ])('finds the same slides by %s', async (_, text) => {
    const found = await builds.expectSame(1, async (page) => {
      await page.keyboard.press('g')
      await page.locator('#slidev-goto-input:focus').waitFor()
      await page.keyboard.type(text)
      const list = page.locator('#slidev-goto-dialog li')
      await list.first().waitFor()
      await standStill(page.locator('#slidev-goto-dialog'))
      const items = await list.allInnerTexts()
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname !== '/1')
      return { items, path: new URL(page.url()).pathname }
    })
    expect(found.items.length).toBeGreaterThan(0)
  })

  it('goes to a number before the code that searches is there', async () => {
    // In a browser that has not fetched it for another test.
    const page = await visit(builds.lazy, '1', {
      prepare: async (opened) => opened.route(/fuse/, () => {}),
    })
    await waitForApplication(page)
    const asked = page.waitForRequest(/fuse/)
    await page.keyboard.press('g')
    await asked
    await page.locator('#slidev-goto-input:focus').waitFor()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/12')
    await page.context().close()
  })
})

describe('the interface', () => {
  it('shows the same overview, and goes from it', async () => {
    const texts = await builds.expectSame(3, async (page) => {
      await page.keyboard.press('o')
      const cards = page.locator('.z-modal .slidev-slide-container')
      await cards.nth(SLIDES.end - 1).waitFor()
      await expect.poll(async () => cards.locator('.slidev-layout').count()).toBe(SLIDES.end)
      const seen = await cards.allInnerTexts()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === '/4')
      return seen
    })
    expect(texts).toHaveLength(SLIDES.end)
  })

  it('has the same settings, which do what they say', async () => {
    const seen = await builds.expectSame(2, async (page) => {
      await openControls(page)
      await page.getByTitle('More Options').click()
      const menu = page.locator('nav .z-menu')
      await menu.getByText('Invert').click()
      const filter = await page.locator('#slide-content').getAttribute('style')
      return { text: await menu.innerText(), filter }
    })
    expect(seen.filter).toContain('invert(1)')
  })

  it('tells the same of the deck, with an image that is fetched then', async () => {
    await builds.expectSame(2, async (page) => {
      const images: string[] = []
      page.on('request', (request) => images.push(request.url()))
      await openControls(page)
      await page.getByTitle('Show info').click()
      const dialog = page.locator('.slidev-info-dialog')
      await dialog.waitFor()
      await expect.poll(() => images.some((url) => url.includes('/logo-'))).toBe(true)
      return dialog.innerText()
    })
  })

  it('has the same menu on a right click', async () => {
    const text = await builds.expectSame(2, async (page) => {
      await page.mouse.click(400, 300, { button: 'right' })
      const menu = page.locator('.z-context-menu')
      await menu.waitFor()
      return menu.innerText()
    })
    expect(text).toContain('Show slide overview')
  })

  it('turns dark', async () => {
    const color = await builds.expectSame(2, async (page) => {
      await page.keyboard.press('d')
      await page.locator('html.dark').waitFor()
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    })
    expect(color).not.toBe('rgb(255, 255, 255)')
  })
})

async function openControls(page: Page): Promise<void> {
  await page.mouse.move(60, 530)
  await page.getByTitle('Go to next slide').waitFor()
}
