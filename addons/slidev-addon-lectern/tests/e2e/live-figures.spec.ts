import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import type { Locator, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addAxe } from '../../browser/page-script.ts'
import { printDeck } from '../../print/print-deck.ts'
import eras from '../fixtures/figures-deck/figures/eras.json'
import { openDeck, slideOf } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { readPdf } from '../harness/pdf.ts'
import { FIXTURES } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import {
  COUNTING_SHIFTS,
  holdApplication,
  visit,
  waitForApplication,
  WINDOWS,
  WITHOUT_SCRIPT,
} from '../harness/visit.ts'

/** Slides of the fixture. */
const PLAIN = 2
const STEPS = 3
const REPLACED = 4
const LINKED = 5
const TURNED = 6
const CLICKED = 7
const TWICE = 8
const CROPPED = 9

/** Names in the figure. */
const ERAS = eras.rows.map(([name]) => String(name))

/** Largest distance between an image and its figure, in px of the screen. */
const TOLERANCE_PX = 0.5

let deck: Deck
let site: string

beforeAll(async () => {
  site = await shareBuild('figures')
  deck = await openDeck(site)
})

afterAll(async () => {
  deck.expectNoErrors()
  await deck.close()
})

/** Opens a slide and waits until its figure is live. */
async function openLive(slide: number, path: string = String(slide)): Promise<Page> {
  const page = await deck.open(path)
  await waitForFigure(page, slide)
  return page
}

async function waitForFigure(page: Page, slide: number): Promise<void> {
  await page
    .locator(`#app [data-slidev-no="${slide}"] img[data-lectern-figure="live"]`)
    .first()
    .waitFor({ state: 'attached' })
}

function figureOf(page: Page, slide: number): Locator {
  return slideOf(page, slide).locator('.lectern-figure')
}

/** Names of the eras whose bars are seen. */
async function seenBars(figure: Locator): Promise<(string | null)[]> {
  const bars = await figure.locator('svg [data-value]:visible').all()
  return Promise.all(bars.map(async (bar) => bar.getAttribute('data-row')))
}

/** Returns how far the corners of two elements are apart, in px of the screen. */
async function distance(one: Locator, other: Locator): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map(async (each) =>
      each.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return [left, top, right, bottom]
      }),
    ),
  )
  return Math.max(...(first ?? []).map((value, at) => Math.abs(value - (second?.[at] ?? 0))))
}

describe('a live figure', () => {
  it('is text and drawing in the place of its image, with its name, and nothing moves', async () => {
    const page = await visit(deck, String(PLAIN), COUNTING_SHIFTS)
    await waitForFigure(page, PLAIN)
    const figure = figureOf(page, PLAIN)
    const image = slideOf(page, PLAIN).locator('img')
    expect(await page.evaluate(() => window.deckShifts)).toBe(0)
    expect(await distance(image, figure)).toBeLessThan(TOLERANCE_PX)
    expect(await distance(image, figure.locator('.ages'))).toBeLessThan(TOLERANCE_PX)
    expect(await image.isVisible()).toBe(false)
    expect(await figure.getByRole('row').count()).toBeGreaterThan(3)
    const name = /^Lengths of the three eras/
    expect(await slideOf(page, PLAIN).getByRole('figure', { name }).count()).toBe(1)
    expect(await slideOf(page, PLAIN).getByRole('img', { name }).count()).toBe(0)
    await page.context().close()
  })

  it('finds its place when the slide gets its size late, and keeps it in other windows', async () => {
    const page = await visit(deck, String(PLAIN), {
      prepare: async (opened) =>
        opened.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            const style = document.createElement('style')
            style.id = 'late'
            style.textContent = '#app #slide-content { transform: scale(0) !important }'
            document.head.append(style)
          })
        }),
    })
    await figureOf(page, PLAIN).locator('.ages').waitFor({ state: 'attached' })
    const offset = async (): Promise<number> =>
      distance(slideOf(page, PLAIN).locator('img'), figureOf(page, PLAIN))
    await page.evaluate(() => document.querySelector('#late')?.remove())
    await waitForFigure(page, PLAIN)
    await expect.poll(offset).toBeLessThan(TOLERANCE_PX)
    await page.setViewportSize({ width: 700, height: 900 })
    await expect.poll(offset).toBeLessThan(TOLERANCE_PX)
    await page.context().close()
  })

  it('is its image until the application is there, and without scripts', async () => {
    const held = holdApplication()
    const early = await visit(deck, String(PLAIN), held)
    const plain = await visit(deck, String(PLAIN), WITHOUT_SCRIPT)
    for (const page of [early, plain]) {
      expect(await page.locator('.slidev-layout img').isVisible()).toBe(true)
      expect(await page.locator('.lectern-figure').count()).toBe(0)
    }
    held.release()
    await waitForApplication(early)
    await waitForFigure(early, PLAIN)
    await early.context().close()
    await plain.context().close()
  })

  it('is the image of its author where that has replaced the drawn one', async () => {
    const page = await deck.open(REPLACED)
    expect(await slideOf(page, REPLACED).locator('img').isVisible()).toBe(true)
    expect(await slideOf(page, REPLACED).locator('.lectern-figure').count()).toBe(0)
    await page.close()
  })

  it('stays its image where its component fails', async () => {
    const page = await visit(deck, String(PLAIN), {
      prepare: async (opened) =>
        opened.route(/\/assets\/ages-[^/]*\.js$/, async (route) =>
          route.fulfill({
            contentType: 'text/javascript',
            body: 'export default { setup() { throw new Error("broken") } }',
          }),
        ),
    })
    const failed = page.waitForEvent('console', (message) =>
      /is shown as its image/.test(message.text()),
    )
    await waitForApplication(page)
    await failed
    const image = slideOf(page, PLAIN).locator('img')
    await expect.poll(async () => image.getAttribute('data-lectern-figure')).toBe('image')
    expect(await image.isVisible()).toBe(true)
    await page.context().close()
  })

  it('is cropped and scrolled by the box around its image', async () => {
    const page = await openLive(CROPPED)
    const box = slideOf(page, CROPPED).locator('.crop')
    const card = figureOf(page, CROPPED).locator('.ages')
    await box.evaluate((element) => element.scrollTo(0, 40))
    await expect
      .poll(async () => distance(slideOf(page, CROPPED).locator('img'), card))
      .toBeLessThan(TOLERANCE_PX)
    const below = await box.evaluate((element) => {
      const { left, bottom } = element.getBoundingClientRect()
      return document.elementFromPoint(left + 20, bottom + 8)?.closest('.lectern-figure') === null
    })
    expect(below).toBe(true)
    await page.close()
  })

  it('does not glare in dark mode before it is there', async () => {
    const held = holdApplication()
    const page = await visit(deck, String(PLAIN), { ...held, context: { colorScheme: 'dark' } })
    const filter = async (): Promise<string> =>
      slideOf(page, PLAIN)
        .locator('img')
        .evaluate((image) => getComputedStyle(image).filter)
    expect(await filter()).toContain('invert')
    held.release()
    await waitForApplication(page)
    await waitForFigure(page, PLAIN)
    expect(await filter()).toBe('none')
    await page.context().close()
  })

  it('has the colors of the mode', async () => {
    const page = await openLive(PLAIN)
    const paper = async (): Promise<string> =>
      figureOf(page, PLAIN)
        .locator('.ages')
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    const light = await paper()
    await page.keyboard.press('d')
    await expect.poll(paper).not.toBe(light)
    await page.keyboard.press('d')
    await expect.poll(paper).toBe(light)
    await page.close()
  })

  it('has the border, the padding and the turn of its image', async () => {
    const page = await openLive(TURNED)
    const box = figureOf(page, TURNED).locator('.lectern-figure-box')
    expect(await distance(slideOf(page, TURNED).locator('img'), box)).toBeLessThan(TOLERANCE_PX)
    const { border, radius } = await box.evaluate((element) => {
      const style = getComputedStyle(element)
      return { border: style.borderTopWidth, radius: style.borderTopLeftRadius }
    })
    expect({ border, radius }).toEqual({ border: '4px', radius: '8px' })
    await page.close()
  })

  it('appears with the click that shows its image', async () => {
    const page = await openLive(CLICKED)
    const opacity = async (): Promise<string> =>
      figureOf(page, CLICKED).evaluate((element) => getComputedStyle(element).opacity)
    expect(await opacity()).toBe('0')
    await page.keyboard.press('ArrowRight')
    await expect.poll(opacity).toBe('1')
    await page.close()
  })

  it('lets its parts come one per click where the author asks for it', async () => {
    const page = await openLive(STEPS)
    const figure = figureOf(page, STEPS)
    const all = await seenBars(figureOf(page, PLAIN).or(figure).last())
    expect(all).toHaveLength(1)
    for (const count of [2, 3]) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(async () => seenBars(figure)).toHaveLength(count)
    }
    expect(new URL(page.url()).pathname).toBe(`/${STEPS}`)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${STEPS + 1}`)
    await page.close()
  })

  it('shows all parts of the image with steps where there are no scripts', async () => {
    const page = await visit(deck, String(STEPS), WITHOUT_SCRIPT)
    const image = page.locator('.slidev-layout img')
    expect(await image.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    await page.context().close()
  })
})

describe('a figure that is enlarged', () => {
  it.each(['click', 'z'] as const)(
    'fills the slide after "%s", and Escape closes it',
    async (by) => {
      const page = await openLive(STEPS)
      await (by === 'z'
        ? page.keyboard.press('z')
        : figureOf(page, STEPS).click({ position: { x: 8, y: 8 } }))
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await distance(dialog, slideOf(page, STEPS))).toBeLessThan(TOLERANCE_PX)
      const [enlarged, before] = await Promise.all(
        [dialog, figureOf(page, STEPS)].map(async (each) => each.locator('.ages').boundingBox()),
      )
      expect(enlarged?.width).toBeGreaterThan((before?.width ?? 0) * 1.3)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      expect(new URL(page.url()).pathname).toBe(`/${STEPS}`)
      await page.close()
    },
  )

  it('is closed by a second click and by the next slide', async () => {
    const page = await openLive(PLAIN)
    await page.keyboard.press('z')
    await page.getByRole('dialog').click({ position: { x: 4, y: 200 } })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('z')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe(`/${STEPS}`)
    await page.close()
  })

  it('is the one that was clicked where a slide shows it twice', async () => {
    const page = await openLive(TWICE)
    await expect.poll(async () => figureOf(page, TWICE).count()).toBe(2)
    await page.waitForFunction(
      (slide) =>
        document.querySelectorAll(`[data-slidev-no="${slide}"] img[data-lectern-figure="live"]`)
          .length === 2,
      TWICE,
    )
    await figureOf(page, TWICE).last().click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.count()).toBe(1)
    expect(await dialog.getAttribute('aria-label')).toBe('Lengths of the eras, right')
    await page.keyboard.press('z')
    await dialog.waitFor({ state: 'detached' })
    await figureOf(page, TWICE).last().hover()
    await page.keyboard.press('t')
    await dialog.getByRole('table').waitFor()
    expect(await dialog.getAttribute('aria-label')).toBe('Lengths of the eras, right')
    await page.close()
  })

  it('is followed by the window of the audience', async () => {
    const audience = await openLive(PLAIN)
    const presenter = await openLive(PLAIN, `presenter/${PLAIN}`)
    await presenter.keyboard.press('z')
    await audience.getByRole('dialog').waitFor()
    await presenter.getByRole('dialog').waitFor()
    await presenter.keyboard.press('t')
    await audience.getByRole('dialog').getByRole('table').waitFor()
    expect(new URL(audience.url()).pathname).toBe(`/${PLAIN}`)
    await presenter.keyboard.press('Escape')
    await audience.getByRole('dialog').waitFor({ state: 'detached' })
    await presenter.close()
    await audience.close()
  })

  it('does not answer a click where the image is a link', async () => {
    const page = await openLive(LINKED)
    await page.route('https://example.com/**', async (route) => route.abort())
    const link = slideOf(page, LINKED).getByRole('link')
    await link.evaluate((element) =>
      element.addEventListener('click', (event) => event.preventDefault()),
    )
    await figureOf(page, LINKED).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.close()
  })

  it('fills the window of a phone, is scrolled and pinched there, and answers taps', async () => {
    const page = await visit(deck, String(PLAIN), {
      view: 'slides',
      context: { viewport: WINDOWS.phone, hasTouch: true, isMobile: true },
    })
    await waitForFigure(page, PLAIN)
    await figureOf(page, PLAIN).tap()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, ...WINDOWS.phone })
    const drawing = dialog.locator('.ages')
    const before = await drawing.boundingBox()
    await pinch(page, dialog.locator('.lectern-enlarged-scroller'))
    const after = await drawing.boundingBox()
    expect(after?.width).toBeGreaterThan((before?.width ?? 0) * 1.5)
    expect(await dialog.count()).toBe(1)
    await dialog.locator('td[data-value]').first().tap()
    await dialog.locator('.lectern-value-tip').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).tap()
    await dialog.waitFor({ state: 'detached' })
    await page.context().close()
  })
})

/** Moves two fingers apart, from 80 px to 200 px. */
async function pinch(page: Page, target: Locator): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const box = await target.boundingBox()
  const x = (box?.width ?? 0) / 2
  const y = (box?.height ?? 0) / 2
  const points = (half: number) => [
    { x: x - half, y, id: 1 },
    { x: x + half, y, id: 2 },
  ]
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(40) })
  for (const half of [60, 80, 100]) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(half) })
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

describe('a mark', () => {
  it('tells its value with unit and source where the pointer is, within the slide', async () => {
    const page = await openLive(PLAIN)
    const figure = figureOf(page, PLAIN)
    const mark = figure.locator('svg [data-value]').first()
    await mark.locator('.bar').hover()
    const tip = figure.locator('.lectern-value-tip')
    await tip.waitFor()
    const [value, source] = await Promise.all([
      mark.getAttribute('data-value'),
      figure.locator('[data-source]').getAttribute('data-source'),
    ])
    expect(await tip.innerText()).toContain(`${value} million years`)
    expect(await tip.innerText()).toContain(source)
    const [at, of, bounds] = await Promise.all(
      [tip, mark, slideOf(page, PLAIN)].map(async (each) => each.boundingBox()),
    )
    if (!at || !of || !bounds) {
      throw new Error('The mark or its value is not shown.')
    }
    const gap = Math.min(Math.abs(of.y - (at.y + at.height)), Math.abs(at.y - (of.y + of.height)))
    expect(gap).toBeLessThan(12)
    expect(at.x).toBeGreaterThanOrEqual(bounds.x)
    expect(at.y).toBeGreaterThanOrEqual(bounds.y)
    await page.close()
  })

  it('answers the keyboard, whose arrows then go from mark to mark, not from slide to slide', async () => {
    const page = await openLive(PLAIN)
    const figure = figureOf(page, PLAIN)
    await figure.getByTitle('Go through the values').focus()
    await page.keyboard.press('Enter')
    const asked = async (): Promise<string | null> =>
      figure.locator('[data-asked]').getAttribute('aria-label')
    const first = await asked()
    await page.keyboard.press('ArrowDown')
    await expect.poll(asked).not.toBe(first)
    expect(new URL(page.url()).pathname).toBe(`/${PLAIN}`)
    await page.keyboard.press('Escape')
    expect(await figure.locator('[data-asked]').count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${STEPS}`)
    await page.close()
  })

  it('keeps the arrow keys for the slides after a click on it', async () => {
    const page = await openLive(PLAIN)
    await figureOf(page, PLAIN).locator('td[data-value]').first().click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${STEPS}`)
    await page.close()
  })
})

describe('the values of a figure', () => {
  it('are a table after "t", which can be copied', async () => {
    const page = await openLive(PLAIN)
    await page.bringToFront()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.keyboard.press('t')
    const table = page.getByRole('dialog').getByRole('table')
    const rows = await table.getByRole('row').allInnerTexts()
    expect(rows[0]?.split('\t')).toEqual(['million years', 'Length'])
    expect(rows.length).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Copy the table' }).click()
    await page.getByText('Copied.').waitFor()
    const copied = await page.evaluate(async () => navigator.clipboard.readText())
    expect(copied.split('\n').map((line) => line.split('\t').length)).toEqual(rows.map(() => 2))
    await page.getByRole('dialog').getByRole('button', { name: 'Drawing' }).click()
    const drawing = await page.getByRole('dialog').locator('.ages').boundingBox()
    expect(drawing?.width).toBeGreaterThan(900)
    await page.close()
  })
})

it('leaves nothing for a screen reader to trip over, live, enlarged and as a table', async () => {
  await addAxe(deck.context)
  const page = await openLive(PLAIN)
  const violations = async (): Promise<unknown> =>
    page.evaluate(async (slide) => {
      const step = { slide, clicks: 0, checks: ['accessibility' as const] }
      return (await window.lecternPage.visitStep(step)).observations
    }, PLAIN)
  expect(await violations()).toEqual([])
  await page.keyboard.press('z')
  await page.getByRole('dialog').waitFor()
  expect(await violations()).toEqual([])
  await page.keyboard.press('t')
  await page.getByRole('dialog').getByRole('table').waitFor()
  expect(await violations()).toEqual([])
  await page.close()
})

it('is vector and text in the PDF, with its table, all parts and no poster', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  const output = join(folder, 'figures.pdf')
  const entry = join(FIXTURES.figures, 'slides.md')
  await printDeck({ entry, site, slides: `${PLAIN}-${STEPS}`, output })
  const { pages, images } = await readPdf(output)
  const tags = await listTags(output)
  rmSync(folder, { recursive: true })
  expect(images).toEqual([0, 0])
  for (const page of pages) {
    for (const era of ERAS) {
      expect(page).toContain(era)
    }
  }
  expect(tags.filter((tag) => tag === 'Table')).toHaveLength(2)
  expect(tags.filter((tag) => tag === 'TR')).toHaveLength(2 * (ERAS.length + 1))
})

/** Lists the tags of a PDF. */
async function listTags(path: string): Promise<string[]> {
  const { context } = await PDFDocument.load(readFileSync(path))
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const tag = object instanceof PDFDict ? object.get(PDFName.of('S')) : undefined
    return tag instanceof PDFName ? [tag.decodeText()] : []
  })
}
