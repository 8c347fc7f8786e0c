import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeStyles, standStill } from '../harness/appearance.ts'
import { slideOf } from '../harness/deck.ts'
import { openBoth, SLIDES } from '../harness/two-builds.ts'
import type { TwoBuilds } from '../harness/two-builds.ts'

// Each feature on a page of its own: its script has to come with the slide, and not with one before.

let builds: TwoBuilds

beforeAll(async () => {
  builds = await openBoth()
})

afterAll(async () => builds.close())

it('marks what is marked, at its click', async () => {
  const colors = await builds.expectSame(SLIDES.marks, async (page) => {
    const strokes = page.locator('svg.rough-annotation path:visible')
    expect(await strokes.count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await strokes.first().waitFor()
    return strokes.evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke))
  })
  expect(colors.length).toBeGreaterThan(2)
})

it('moves what is moved, at its click', async () => {
  const places = await builds.expectSame(SLIDES.motion, async (page) => {
    const box = page.getByText('In motion')
    const seen: (string | null)[] = []
    for (const key of ['Shift', 'ArrowRight']) {
      await page.keyboard.press(key)
      await standStill(slideOf(page, SLIDES.motion))
      seen.push(await box.getAttribute('style'))
    }
    return seen
  })
  expect(places[1]).toContain('translate3d(40px')
})

it.each([
  ['a component', SLIDES.tooltips, 'component', 'Shown by the component'],
  ['a directive', SLIDES.tooltips, 'directive', 'Shown by the directive'],
  ['a component named at run time', SLIDES.named, 'chosen', 'Shown by a name'],
  ['a type in code', SLIDES.twoslash, 'tokens', 'const tokens: 15000000000000'],
])('explains by %s', async (_, number, word, text) => {
  const seen = await builds.expectSame(number, async (page) => {
    await slideOf(page, number).getByText(word, { exact: true }).first().hover()
    const popper = page.locator('.v-popper__popper--shown')
    await popper.waitFor()
    await standStill(popper)
    return { text: await popper.innerText(), styles: await describeStyles(popper) }
  })
  expect(seen.text).toContain(text)
})

it('compiles a template in the browser, with a directive that only it names', async () => {
  const page = await builds.lazy.open(SLIDES.compiled)
  const button = page.getByRole('button', { name: 'counted' })
  await button.click()
  await expect.poll(async () => button.innerText()).toBe('counted 2')
  await page.locator('svg.rough-annotation path').first().waitFor({ state: 'attached' })
  await page.close()
  builds.lazy.expectNoErrors()
})

it('draws the same diagram', async () => {
  const { nodes } = await builds.expectSame(SLIDES.diagram, async (page) => {
    const diagram = page.locator('.mermaid svg').first()
    await diagram.waitFor()
    return {
      nodes: await diagram.locator('.node').allTextContents(),
      box: await diagram.getAttribute('viewBox'),
    }
  })
  expect(nodes).toHaveLength(2)
})

it('lets something be dragged', async () => {
  const { from, to } = await builds.expectSame(SLIDES.drag, async (page) => {
    const box = page.getByText('A box')
    await box.dblclick()
    await page.locator('#drag-control-container').waitFor()
    const start = await box.boundingBox()
    await dragBy(page, start ?? { x: 0, y: 0 })
    return { from: start, to: await box.boundingBox() }
  })
  expect(to?.x).toBeGreaterThan((from?.x ?? 0) + 50)
})

it('prints everything', async () => {
  const { strokes } = await builds.expectSame('print?print=true', async (page) => {
    await page.locator('.mermaid svg').first().waitFor()
    await page.locator('svg.rough-annotation path').first().waitFor()
    await standStill(page.locator('#print-content'))
    return {
      text: await page.locator('#print-content').innerText(),
      strokes: await page.locator('svg.rough-annotation path').count(),
    }
  })
  expect(strokes).toBeGreaterThan(0)
})

async function dragBy(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x + 20, y + 20)
  await page.mouse.down()
  await page.mouse.move(x + 120, y + 70, { steps: 4 })
  await page.mouse.up()
}
