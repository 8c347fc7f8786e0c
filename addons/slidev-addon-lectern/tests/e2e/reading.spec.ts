import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addAxe } from '../../browser/page-script.ts'
import { openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import {
  COUNTING_SHIFTS,
  holdApplication,
  nextFrames,
  visit,
  waitForApplication,
  WINDOWS,
  WITHOUT_SCRIPT,
} from '../harness/visit.ts'
import type { VisitOptions } from '../harness/visit.ts'
import { listWords } from '../harness/words.ts'

/** The phone of a visitor, upright and turned. */
const UPRIGHT = { ...WINDOWS.phone }
const TURNED = { width: UPRIGHT.height, height: UPRIGHT.width }
const ON_PHONE: VisitOptions = { context: { viewport: UPRIGHT, hasTouch: true } }

let deck: Deck

beforeAll(async () => {
  deck = await openDeck(await shareBuild('accessible'))
})

afterAll(async () => deck.close())

function pathOf(page: Page): string {
  const { pathname, search, hash } = new URL(page.url())
  return pathname + search + hash
}

/** Returns how far the section of a slide begins below the window's upper edge, in CSS px. */
async function topOf(page: Page, slide: number): Promise<number> {
  const section = page.locator(`[data-slide="${slide}"]`)
  return section.evaluate((element) => element.getBoundingClientRect().top)
}

/** Returns by how much the page is wider than its window, in CSS px. */
async function excessOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

describe('on a phone', () => {
  it('a slide opens as its section, turning shows the slide, and turning back the section', async () => {
    const page = await visit(deck, '13', ON_PHONE)
    await page.waitForURL((url) => url.hash === '#slide-13')
    await waitForApplication(page)
    expect(pathOf(page)).toBe('/read#slide-13')
    expect(Math.abs(await topOf(page, 13))).toBeLessThan(80)
    await page.setViewportSize(TURNED)
    await slideOf(page, 13).getByRole('heading', { name: 'Code in steps' }).waitFor()
    expect(pathOf(page)).toBe('/13')
    await page.keyboard.press('PageDown')
    await expect.poll(() => pathOf(page)).toMatch(/^\/13\?clicks=1$/)
    await page.setViewportSize(UPRIGHT)
    await expect.poll(() => pathOf(page)).toMatch(/^\/read.*#slide-13$/)
    await expect.poll(async () => Math.abs(await topOf(page, 13))).toBeLessThan(80)
    // Turned again: the step was that of the slide before it.
    await page.locator('#slide-14').evaluate((section) => section.scrollIntoView())
    await expect.poll(() => pathOf(page)).toMatch(/#slide-14$/)
    await page.setViewportSize(TURNED)
    await expect.poll(() => pathOf(page)).toBe('/14')
    await page.context().close()
  })

  it('stays with slides where the visitor chose them, also on the next page and when turned', async () => {
    const page = await visit(deck, '7', ON_PHONE)
    await waitForApplication(page)
    await page.getByRole('link', { name: 'Slides', exact: true }).click()
    await slideOf(page, 7).getByRole('heading', { level: 1 }).waitFor()
    await page.setViewportSize(TURNED)
    await page.setViewportSize(UPRIGHT)
    await page.goto(`${deck.url}9`)
    await waitForApplication(page)
    expect(pathOf(page)).toBe('/9')
    await slideOf(page, 9).getByRole('heading', { level: 1 }).waitFor()
    await page.context().close()
  })
})

describe('at the end of the article', () => {
  it('each of the last sections is read in turn, though none of them comes to the upper edge', async () => {
    const page = await visit(deck, 'read', { context: { viewport: { width: 1280, height: 2400 } } })
    await waitForApplication(page)
    const places: string[] = []
    for (const aboveEnd of [0, 300, 600]) {
      const before = pathOf(page)
      await page.evaluate((distance) => {
        scrollTo(0, document.documentElement.scrollHeight - innerHeight - distance)
      }, aboveEnd)
      await expect.poll(() => pathOf(page)).not.toBe(before)
      places.push(pathOf(page))
    }
    const last = await page.locator('[data-slide]').count()
    expect(places[0]).toBe(`/read#slide-${last}`)
    expect(places).toEqual(places.toSorted().toReversed())
    await page.getByRole('link', { name: 'Slides', exact: true }).click()
    await expect.poll(() => `/read#slide-${pathOf(page).slice(1)}`).toBe(places[2])
    await page.context().close()
  })
})

describe('on a wide screen', () => {
  it('an article that was asked for stays, whatever shape the window takes', async () => {
    const page = await visit(deck, 'read#slide-8')
    await waitForApplication(page)
    await page.setViewportSize(UPRIGHT)
    await page.setViewportSize(TURNED)
    await nextFrames(page)
    await page.locator('#slide-8').waitFor()
    expect(pathOf(page)).toMatch(/^\/read#slide-\d+$/)
    await page.context().close()
  })

  it('slides stay slides, and a button and the link in the article lead from one to the other', async () => {
    const page = await visit(deck, '8')
    await waitForApplication(page)
    expect(pathOf(page)).toBe('/8')
    await page.getByTitle('Read as an article').click({ force: true })
    await page.locator('#slide-8').waitFor()
    await expect.poll(async () => Math.abs(await topOf(page, 8))).toBeLessThan(80)
    expect(pathOf(page)).toBe('/read#slide-8')
    await page.getByRole('link', { name: 'Slide 9', exact: true }).click()
    await slideOf(page, 9).getByRole('heading', { level: 1 }).waitFor()
    expect(pathOf(page)).toBe('/9')
    await page.context().close()
  })

  it('the address follows the section that is read, and keeps the one it names at the end', async () => {
    const page = await visit(deck, 'read')
    await waitForApplication(page)
    await page.locator('#slide-20').evaluate((section) => section.scrollIntoView())
    await expect.poll(() => pathOf(page)).toBe('/read#slide-20')
    await page.goto(`${deck.url}read#slide-29`)
    await page.reload()
    await waitForApplication(page)
    await page.getByRole('link', { name: 'Slides', exact: true }).click()
    await expect.poll(() => pathOf(page)).toBe('/29')
    await page.context().close()
  })
})

describe('the browser’s "back"', () => {
  it('leads from a section to where its link was, and the address with it', async () => {
    const page = await visit(deck, 'read#slide-26')
    await waitForApplication(page)
    await page.locator('#slide-26').getByRole('link', { name: 'to a slide' }).click()
    await expect.poll(() => pathOf(page)).toBe('/read#slide-4')
    await expect.poll(async () => Math.abs(await topOf(page, 4))).toBeLessThan(80)
    await page.goBack()
    await expect.poll(() => pathOf(page)).toBe('/read#slide-26')
    await expect.poll(async () => Math.abs(await topOf(page, 26))).toBeLessThan(80)
    await page.context().close()
  })

  it('leads from slides and from a far section to where the visitor had scrolled', async () => {
    const page = await visit(deck, 'read#slide-4')
    await waitForApplication(page)
    const scrollTo = async (slide: number): Promise<void> => {
      await page.locator(`#slide-${slide}`).evaluate((section) => section.scrollIntoView())
      await expect.poll(() => pathOf(page)).toBe(`/read#slide-${slide}`)
    }
    const expectBackAt = async (slide: number): Promise<void> => {
      await page.goBack()
      await expect.poll(() => pathOf(page)).toBe(`/read#slide-${slide}`)
      await expect.poll(async () => Math.abs(await topOf(page, slide))).toBeLessThan(80)
    }
    await scrollTo(12)
    await page.getByText('Contents', { exact: true }).click()
    await page.locator('nav a[href="#slide-20"]').click()
    await expect.poll(() => pathOf(page)).toBe('/read#slide-20')
    await expectBackAt(12)
    await scrollTo(16)
    await page.getByRole('link', { name: 'Slides', exact: true }).click()
    await expect.poll(() => pathOf(page)).toBe('/16')
    await expectBackAt(16)
    await page.context().close()
  })
})

describe('the article', () => {
  it('says all that the slides say', async () => {
    const page = await deck.open(1)
    const article = await visit(deck, 'read', WITHOUT_SCRIPT)
    const count = await article.locator('[data-slide]').count()
    const lost: string[] = []
    for (let slide = 1; slide <= count; slide += 1) {
      await page.evaluate(async (number) => window.lecternPage.showWhole(number), slide)
      const shown = slideOf(page, slide).locator('.slidev-layout')
      // Choices that are not chosen are not seen.
      await shown
        .locator('option:not(:checked)')
        .evaluateAll((options) => options.forEach((option) => option.remove()))
      const text = (await shown.count()) > 0 ? await shown.first().innerText() : ''
      const section = await article.locator(`[data-slide="${slide}"]`).innerText()
      const said = new Set(listWords(section))
      lost.push(...listWords(text).flatMap((word) => (said.has(word) ? [] : `${slide}: ${word}`)))
    }
    expect(count).toBeGreaterThan(20)
    expect(lost).toEqual([])
    await page.close()
    await article.context().close()
  })

  it('keeps the descriptions of images, and shows each to read', async () => {
    const page = await visit(deck, 'read', WITHOUT_SCRIPT)
    const images = page.locator('#slide-15')
    expect(await images.getByRole('img', { name: 'A triangle', exact: true }).count()).toBe(1)
    await images.getByText('Description').first().click()
    expect(await images.getByText('A triangle', { exact: true }).isVisible()).toBe(true)
    await page.context().close()
  })

  it('has the room of its pictures before they come', async () => {
    const held = holdApplication(/\.(?:png|svg)$/)
    const page = await visit(deck, 'read', { ...WITHOUT_SCRIPT, prepare: held.prepare })
    const before = await topOf(page, 30)
    held.release()
    await page.waitForLoadState('load')
    expect(await topOf(page, 30)).toBe(before)
    await page.context().close()
  })

  it('has no picture that is higher than the window, but for the least windows', async () => {
    const context = { viewport: { width: 900, height: 400 }, javaScriptEnabled: false }
    const page = await visit(deck, 'read', { context })
    const heights = await page
      .locator('#lectern-read :is(img, video, figure svg)')
      .evaluateAll((pictures) => pictures.map(({ clientHeight }) => clientHeight))
    expect(Math.max(...heights)).toBeGreaterThan(200)
    expect(Math.max(...heights)).toBeLessThanOrEqual(320)
    await page.context().close()
  })

  it('raises and lowers what is raised and lowered, and lines keep their distance', async () => {
    const page = await visit(deck, 'read', WITHOUT_SCRIPT)
    const [lowered = 0, raised = 0] = await page
      .locator('#slide-24 :is(sub, sup)')
      .evaluateAll((parts) =>
        parts.map((part) => {
          const middleOf = (range: Range): number => {
            const { top, bottom } = range.getBoundingClientRect()
            return (top + bottom) / 2
          }
          const [own, beside] = [document.createRange(), document.createRange()]
          own.selectNodeContents(part)
          beside.selectNode(part.previousSibling ?? part)
          return middleOf(own) - middleOf(beside)
        }),
      )
    expect(lowered).toBeGreaterThan(2)
    expect(raised).toBeLessThan(-2)
    await page.context().close()
  })

  it('leads from section to section and to the slides, without scripts', async () => {
    const page = await visit(deck, '26', WITHOUT_SCRIPT)
    await page.getByRole('link', { name: 'Read' }).click()
    expect(pathOf(page)).toBe('/read.html#slide-26')
    await page.locator('#slide-26').getByRole('link', { name: 'to a slide' }).click()
    expect(pathOf(page)).toBe('/read.html#slide-4')
    await page.getByText('Contents', { exact: true }).click()
    await page.getByRole('link', { name: 'A table with spans 8' }).click()
    expect(pathOf(page)).toBe('/read.html#slide-8')
    expect(await page.getByRole('button', { name: 'Search' }).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Slide 8', exact: true }).click()
    expect(pathOf(page)).toBe('/8.html')
    await page.context().close()
  })

  it.each([
    [320, 256],
    [320, 640],
    [390, 844],
    [1280, 720],
  ])(
    'never scrolls sideways in a window of %d × %d, with scripts and without',
    async (width, height) => {
      for (const javaScriptEnabled of [true, false]) {
        const context = { viewport: { width, height }, javaScriptEnabled }
        const page = await visit(deck, 'read', { context })
        await page.locator('#slide-30').waitFor()
        if (javaScriptEnabled) {
          await waitForApplication(page)
        }
        expect(await excessOf(page)).toBe(0)
        await page.context().close()
      }
    },
  )

  it.each(['light', 'dark'] as const)('has no finding of axe in %s mode', async (colorScheme) => {
    const page = await visit(deck, 'read', {
      context: { colorScheme, viewport: UPRIGHT },
      prepare: async (opened) => addAxe(opened.context()),
    })
    await waitForApplication(page)
    await page.getByText('Contents', { exact: true }).click()
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document, {})
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    expect(found).toEqual([])
    await page.context().close()
  })

  it('tells the language of the words around a talk in another language, and its own', async () => {
    const page = await visit(deck, 'read', {
      prepare: async (opened) =>
        opened.route(/\/read$/, async (route) => {
          const response = await route.fetch()
          const html = await response.text()
          await route.fulfill({
            response,
            body: html.replace('<html lang="en"', '<html lang="de"'),
          })
        }),
    })
    await waitForApplication(page)
    const languageOf = async (text: string): Promise<unknown> =>
      page
        .getByText(text, { exact: true })
        .first()
        .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))
    expect(await languageOf('Contents')).toBe('en')
    expect(await languageOf('13')).toBe('de')
    expect(await languageOf('Description')).toBe('en')
    expect(await languageOf('Code in steps')).toBe('de')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('.lectern-search input:focus').waitFor()
    await page.keyboard.type('footnotes')
    const found = page.getByRole('option').first()
    await found.waitFor()
    expect(await found.getAttribute('lang')).toBe('de')
    expect(await page.getByRole('dialog').getAttribute('lang')).toBe('en')
    await page.context().close()
  })

  it('does not move when the application takes it over, at the place that was read', async () => {
    const held = holdApplication(/\.js$/)
    const page = await visit(deck, 'read#slide-10', {
      prepare: async (opened) => {
        await COUNTING_SHIFTS.prepare?.(opened)
        await held.prepare?.(opened)
      },
      context: { viewport: UPRIGHT },
    })
    await expect.poll(async () => Math.abs(await topOf(page, 10))).toBeLessThan(80)
    const before = await topOf(page, 10)
    held.release()
    await waitForApplication(page)
    expect(await topOf(page, 10)).toBeCloseTo(before, 0)
    expect(await page.evaluate(() => window.deckShifts)).toBe(0)
    await page.context().close()
  })

  it('prints without its bar, on white paper in dark mode, too, and nothing is beyond it', async () => {
    const page = await visit(deck, 'read', {
      context: { viewport: { width: 700, height: 900 }, colorScheme: 'dark' },
    })
    await waitForApplication(page)
    await page.emulateMedia({ media: 'print' })
    const paper = await page
      .locator('#lectern-read')
      .evaluate((view) => getComputedStyle(view).backgroundColor)
    expect(paper).toBe('rgb(255, 255, 255)')
    expect(await page.locator('.lectern-bar').isVisible()).toBe(false)
    expect(await excessOf(page)).toBe(0)
    await page.context().close()
  })
})

describe('a live figure in the article', () => {
  it('is live, keeps its width in a box that scrolls, and fills the window when it is tapped', async () => {
    const figures = await openDeck(await shareBuild('figures'))
    const page = await visit(figures, 'read', ON_PHONE)
    await waitForApplication(page)
    const image = page.locator('img[data-figure]').first()
    await image.scrollIntoViewIfNeeded()
    await page.locator('img[data-lectern-figure=live]').first().waitFor({ state: 'attached' })
    expect(await excessOf(page)).toBe(0)
    await page.locator('.lectern-figure').first().tap()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    figures.expectNoErrors()
    await page.context().close()
    await figures.close()
  })
})
