import type { Locator, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { readScript } from './first-load.ts'
import { buildBoth } from './two-builds.ts'
import type { TwoBuilds } from './two-builds.ts'

let builds: TwoBuilds

beforeAll(async () => {
  builds = await buildBoth()
})

afterAll(async () => builds.close())

type Point = readonly [number, number]

const STROKE: readonly Point[] = [
  [300, 300],
  [340, 330],
  [420, 300],
  [480, 360],
]

/** Does the same in a window of both decks, expects the same to be seen, and returns it. */
async function expectSame<T>(look: (page: Page) => Promise<T>): Promise<T> {
  const { stock, lean } = await builds.onBoth(async (deck) => {
    const page = await deck.open(5)
    try {
      return await look(page)
    } finally {
      await page.evaluate(() => localStorage.clear())
      await page.close()
    }
  })
  expect(lean).toEqual(stock)
  builds.lean.expectNoFaults()
  return lean
}

it('draws, takes back and clears as stock Slidev does', async () => {
  const states = await expectSame(async (page) => {
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
  const { shown } = await expectSame(async (page) => {
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
  const drawing = await expectSame(async (page) => {
    await drawWithPen(page, STROKE)
    await drawingOf(page).locator('path').waitFor({ state: 'attached' })
    return drawingOf(page).innerHTML()
  })
  expect(drawing).toContain('<path')
})

it('keeps a stroke that is done before the code that draws has come', async () => {
  const page = await builds.lean.open(5)
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked = page.waitForRequest((request) => isDrawingCode(request.url()))
  await page.route(
    (url) => isDrawingCode(url.href),
    async (route) => {
      await held
      await route.continue()
    },
  )
  await drawWithPen(page, STROKE)
  await asked
  expect(await drawingOf(page).innerHTML()).toBe('')
  release()
  await drawingOf(page).locator('path').waitFor({ state: 'attached' })
  await page.close()
  builds.lean.expectNoFaults()
})

it('shows the presenter’s drawing to the audience, who fetch nothing for it', async () => {
  const { lean } = await builds.onBoth(async (deck) => {
    const audience = await deck.open(5)
    const fetched: string[] = []
    audience.on('request', (request) => fetched.push(request.url()))
    const presenter = await deck.open('presenter/5')
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
    await presenter.waitForURL((url) => url.pathname === '/presenter/6')
    expect(await drawingOf(audience).innerHTML()).toBe('')
    await audience.keyboard.press('ArrowLeft')
    await expect.poll(async () => drawingOf(audience).innerHTML()).toBe(seen)
    await presenter.evaluate(() => localStorage.clear())
    await presenter.close()
    await audience.close()
    return fetched.filter(isDrawingCode)
  })
  expect(lean).toEqual([])
  builds.lean.expectNoFaults()
})

/** Whether a script is the one that draws. */
function isDrawingCode(url: string): boolean {
  return readScript(builds.folder, new URL(url).pathname).text.includes('[drauu]')
}

/** What is drawn on the slide. */
function drawingOf(page: Page): Locator {
  return page.locator('#slide-content > svg.absolute')
}

async function showToolbar(page: Page): Promise<void> {
  await page.getByTitle('Show drawing toolbar').first().dispatchEvent('click')
  await page.getByTitle('Draw with stylus').waitFor()
  await page.locator('svg.touch-none').waitFor({ state: 'attached' })
}

async function drawWithMouse(page: Page, points: readonly Point[]): Promise<void> {
  const [start, ...rest] = points
  await page.mouse.move(...(start ?? [0, 0]))
  await page.mouse.down()
  for (const point of rest) {
    await page.mouse.move(...point)
  }
  await page.mouse.up()
}

async function drawWithPen(page: Page, points: readonly Point[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const send = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Point) =>
    devtools.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      pointerType: 'pen',
      force: 0.5,
    })
  const [start = [0, 0], ...rest] = points
  await send('mousePressed', start)
  for (const point of rest) {
    await send('mouseMoved', point)
  }
  await send('mouseReleased', rest.at(-1) ?? start)
}
