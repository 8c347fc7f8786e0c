import type { Locator, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { settle } from '../harness/deck.ts'
import { findFeatures, readScript } from '../harness/first-load.ts'
import { drawWithMouse, drawWithPen } from '../harness/pointers.ts'
import type { Point } from '../harness/pointers.ts'
import { openBoth, SLIDES } from '../harness/two-builds.ts'
import type { TwoBuilds } from '../harness/two-builds.ts'
import { visit, waitForApplication } from '../harness/visit.ts'

let builds: TwoBuilds

beforeAll(async () => {
  builds = await openBoth()
})

afterAll(async () => builds.close())

const STROKE: readonly Point[] = [
  [300, 300],
  [340, 330],
  [420, 300],
  [480, 360],
]

/** A slide without clicks, and the next one. */
const [SLIDE, NEXT] = [SLIDES.formula, SLIDES.tooltips]

it('draws, takes back and clears as stock Slidev does', async () => {
  const states = await builds.expectSame(SLIDE, async (page) => {
    await showToolbar(page)
    const seen: string[] = []
    const note = async (): Promise<void> => void seen.push(await drawingOf(page).innerHTML())
    for (const key of ['s', 'l', '3', 'r', 'e']) {
      await page.keyboard.press(key)
      await drawWithMouse(page, STROKE)
      await note()
    }
    await page.keyboard.press('Control+z')
    await note()
    await page.keyboard.press('Control+Shift+z')
    await note()
    await page.getByTitle('Erase').click()
    await drawWithMouse(page, [
      [280, 310],
      [500, 330],
    ])
    await note()
    await page.keyboard.press('Control+z')
    await page.getByTitle('Delete').click()
    await note()
    return seen
  })
  expect(states[0]).toContain('<path')
  expect(states[1]).toContain('<line')
  const [, , , rectangle, ellipse, undone, redone, erased] = states
  expect(undone).toBe(rectangle)
  expect(redone).toBe(ellipse)
  expect(erased).not.toBe(redone)
  expect(states.at(-1)).toBe('')
})

it('sets the width of the pen in a menu', async () => {
  const { shown } = await builds.expectSame(SLIDE, async (page) => {
    await showToolbar(page)
    await page.getByRole('button', { name: 'Adjust stroke width' }).click()
    const popper = page.locator('.v-popper__popper--shown')
    await popper.locator('input').fill('12')
    const text = await popper.innerText()
    await drawWithMouse(page, STROKE)
    return { shown: text, drawing: await drawingOf(page).innerHTML() }
  })
  expect(shown.trim()).toBe('12')
})

it('draws with a pen whatever is switched on, from the first touch', async () => {
  const drawing = await builds.expectSame(SLIDE, async (page) => {
    await drawWithPen(page, STROKE)
    await drawingOf(page).locator('path').waitFor({ state: 'attached' })
    return drawingOf(page).innerHTML()
  })
  expect(drawing).toContain('<path')
})

it('keeps a stroke that is done before the code that draws has come', async () => {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // In a browser that has not fetched it for another test.
  const page = await visit(builds.lazy, String(SLIDE), {
    prepare: async (opened) =>
      opened.route(
        (url) => isDrawingCode(url.href),
        async (route) => {
          await held
          await route.continue()
        },
      ),
  })
  await waitForApplication(page)
  await settle(page)
  const asked = page.waitForRequest((request) => isDrawingCode(request.url()))
  await drawWithPen(page, STROKE)
  await asked
  expect(await drawingOf(page).innerHTML()).toBe('')
  release()
  await drawingOf(page).locator('path').waitFor({ state: 'attached' })
  await page.context().close()
})

it('shows a saved drawing without the code that draws', async () => {
  const { stock, lazy } = await builds.onBoth(async (deck) => {
    const page = await deck.open(SLIDES.end)
    await page.evaluate((number) => {
      const drawing = '<line x1="100" y1="100" x2="300" y2="200" stroke="red"></line>'
      localStorage.setItem(`${document.title} - drawings`, JSON.stringify({ [number]: drawing }))
    }, SLIDE)
    await page.goto(`${deck.url}${SLIDE}`)
    const line = page.locator('#slide-content line')
    await line.waitFor()
    await page.keyboard.press('ArrowUp')
    await line.waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await line.waitFor()
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    )
    await page.evaluate(() => localStorage.clear())
    await page.close()
    return fetched
  })
  const features = (paths: readonly string[], folder: string): string[] =>
    findFeatures(
      paths.filter((path) => path.endsWith('.js')).map((path) => readScript(folder, path)),
    )
  expect(features(lazy, builds.folder)).not.toContain('drawing')
  expect(features(stock, builds.stockFolder)).toContain('drawing')
  builds.lazy.expectNoErrors()
})

it('shows the presenter’s drawing to the audience, who fetch nothing for it', async () => {
  const { lazy } = await builds.onBoth(async (deck) => {
    const audience = await deck.open(SLIDE)
    const fetched: string[] = []
    audience.on('request', (request) => fetched.push(request.url()))
    const presenter = await deck.open(`presenter/${SLIDE}`)
    await presenter.setViewportSize({ width: 1280, height: 800 })
    // The toolbar would show in both windows, which share this setting.
    const slide = (await presenter.locator('#slide-content').boundingBox()) ?? { x: 0, y: 0 }
    await drawWithPen(presenter, [
      [slide.x + 50, slide.y + 60],
      [slide.x + 200, slide.y + 160],
    ])
    await drawingOf(audience).locator('path').waitFor({ state: 'attached' })
    const seen = await drawingOf(presenter).innerHTML()
    await expect.poll(async () => drawingOf(audience).innerHTML()).toBe(seen)
    await audience.keyboard.press('ArrowRight')
    await presenter.waitForURL((url) => url.pathname === `/presenter/${NEXT}`)
    expect(await drawingOf(audience).innerHTML()).toBe('')
    await audience.keyboard.press('ArrowLeft')
    await expect.poll(async () => drawingOf(audience).innerHTML()).toBe(seen)
    await presenter.evaluate(() => localStorage.clear())
    await presenter.close()
    await audience.close()
    return fetched.filter(isDrawingCode)
  })
  expect(lazy).toEqual([])
  builds.lazy.expectNoErrors()
})

/** Whether a script is the one that draws. */
function isDrawingCode(url: string): boolean {
  const path = new URL(url).pathname
  return path.endsWith('.js') && readScript(builds.folder, path).text.includes('[drauu]')
}

/** Drawing on the slide. */
function drawingOf(page: Page): Locator {
  return page.locator('#slide-content > svg.absolute')
}

async function showToolbar(page: Page): Promise<void> {
  await page.getByTitle('Show drawing toolbar').first().dispatchEvent('click')
  await page.getByTitle('Draw with stylus').waitFor()
  await page.locator('svg.touch-none').waitFor({ state: 'attached' })
}
