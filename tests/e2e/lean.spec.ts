import { readdirSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { describeStep, describeStyles, findDifferences, standStill } from './appearance.ts'
import { settle, slideOf } from './deck.ts'
import { findFeatures, readFirstLoad, readScript, SIGNATURES } from './first-load.ts'
import { buildBoth } from './two-builds.ts'
import type { TwoBuilds } from './two-builds.ts'

/** The fixture's slides. */
const SLIDES = {
  lines: 2,
  magicMove: 3,
  clicks: 4,
  marks: 5,
  motion: 6,
  diagram: 7,
  formula: 8,
  tooltips: 9,
  twoslash: 10,
  compiled: 11,
  drag: 12,
  named: 13,
  columns: 14,
  end: 15,
}

let builds: TwoBuilds

beforeAll(async () => {
  builds = await buildBoth('lean')
})

afterAll(async () => builds.close())

it('looks and reads as in stock Slidev, on each slide and after each click', async () => {
  const { stock, lean } = await builds.onBoth(async (deck) => {
    const page = await deck.open(1)
    const steps = [await describeStep(page)]
    while (!page.url().endsWith(`/${SLIDES.end}`)) {
      const before = page.url()
      await page.keyboard.press('ArrowRight')
      await page.waitForURL((url) => url.href !== before)
      steps.push(await describeStep(page))
    }
    await page.close()
    return steps
  })
  expect(lean.map(({ text }) => text)).toEqual(stock.map(({ text }) => text))
  expect(lean.length).toBeGreaterThan(20)
  expect(findDifferences(lean, stock)).toEqual([])
  builds.lean.expectNoFaults()
})

describe('a transition', () => {
  it.each([
    ['the deck', SLIDES.lines, 'ArrowRight', SLIDES.magicMove, 'fade'],
    ['a slide, forward', SLIDES.columns, 'ArrowDown', SLIDES.end, 'slide-left'],
    ['a slide, backward', SLIDES.end, 'ArrowUp', SLIDES.columns, 'slide-right'],
    ['the deck, to a slide far away', SLIDES.lines, `g${SLIDES.drag}\n`, SLIDES.drag, 'fade'],
  ])('of %s comes and goes as in stock Slidev', async (_, from, keys, to, name) => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open(`${from}?clicks=9`, { motion: 'no-preference' })
      await page.evaluate(recordPhases)
      for (const key of keys.match(/[A-Z]\w+|[^]/g) ?? []) {
        await page.keyboard.press(key)
        await standStill(page.locator('#slidev-goto-dialog'))
      }
      await page.waitForURL((url) => url.pathname === `/${to}`)
      await settle(page)
      const seen = await page.evaluate(() => window.deckPhases)
      const shown = await page.locator('#slideshow > :visible').getAttribute('data-slidev-no')
      await page.close()
      return { shown, gone: seen[from], come: seen[to] }
    })
    const phases = (way: string): string[] =>
      ['active', 'from', 'to'].map((phase) => `${name}-${way}-${phase}`)
    expect(stock).toEqual({ shown: String(to), gone: phases('leave'), come: phases('enter') })
    expect(lean).toEqual(stock)
  })
})

declare global {
  interface Window {
    /** Classes of transitions that each slide had, by its number. */
    deckPhases: Record<string, string[]>
  }
}

/** Notes the classes of transitions from now on; runs in the page. */
function recordPhases(): void {
  window.deckPhases = {}
  new MutationObserver((changes) => {
    for (const { target, oldValue } of changes) {
      const slide = target instanceof HTMLElement ? target : undefined
      const number = slide?.dataset['slidevNo']
      if (slide && number) {
        const names = `${oldValue} ${slide.className}`.match(/\S+-(?:enter|leave)-\w+/g) ?? []
        const known = window.deckPhases[number] ?? []
        window.deckPhases[number] = [...new Set([...known, ...names])].toSorted()
      }
    }
  }).observe(document.body, { attributeFilter: ['class'], attributeOldValue: true, subtree: true })
}

describe('a feature', () => {
  it('comes with the slide that uses it, and with no other', async () => {
    const load = async (number: number): Promise<string[]> =>
      findFeatures(await readFirstLoad(builds.lean, builds.folder, number))

    expect(await load(1)).toEqual([])
    // A slide fetches its neighbours as well.
    expect(await load(SLIDES.marks)).toEqual(['marks', 'motion'])
    expect(await load(SLIDES.end)).toEqual([])
    // All of them are somewhere, but for what nobody can use.
    const all = readdirSync(builds.folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js'))
      .map((path) => readScript(builds.folder, path))
    expect(findFeatures(all)).toEqual(Object.keys(SIGNATURES).filter((name) => name !== 'yaml'))
  })

  it('marks what is marked, at its click', async () => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open(SLIDES.marks)
      const strokes = page.locator('svg.rough-annotation path:visible')
      expect(await strokes.count()).toBe(0)
      await page.keyboard.press('ArrowRight')
      await strokes.first().waitFor()
      const colours = await strokes.evaluateAll((paths) =>
        paths.map((path) => getComputedStyle(path).stroke),
      )
      await page.close()
      return colours
    })
    expect(lean).toEqual(stock)
    expect(lean.length).toBeGreaterThan(2)
  })

  it('moves what is moved, at its click', async () => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open(SLIDES.motion)
      const box = page.getByText('In motion')
      const places: (string | null)[] = []
      for (const key of ['Shift', 'ArrowRight']) {
        await page.keyboard.press(key)
        await standStill(slideOf(page, SLIDES.motion))
        places.push(await box.getAttribute('style'))
      }
      await page.close()
      return places
    })
    expect(lean).toEqual(stock)
    expect(lean[1]).toContain('translate3d(40px')
  })

  it.each([
    ['a component', SLIDES.tooltips, 'component', 'Shown by the component'],
    ['a directive', SLIDES.tooltips, 'directive', 'Shown by the directive'],
    ['a component named at run time', SLIDES.named, 'chosen', 'Shown by a name'],
    ['a type in code', SLIDES.twoslash, 'tokens', 'const tokens: 15000000000000'],
  ])('explains by %s', async (_, number, word, text) => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open(number)
      await slideOf(page, number).getByText(word, { exact: true }).first().hover()
      const popper = page.locator('.v-popper__popper--shown')
      await popper.waitFor()
      await standStill(popper)
      const seen = { text: await popper.innerText(), styles: await describeStyles(popper) }
      await page.close()
      return seen
    })
    expect(lean).toEqual(stock)
    expect(lean.text).toContain(text)
    builds.lean.expectNoFaults()
  })

  it('compiles a template in the browser, with a directive that only it names', async () => {
    const page = await builds.lean.open(SLIDES.compiled)
    const button = page.getByRole('button', { name: 'counted' })
    await button.click()
    await expect.poll(async () => button.innerText()).toBe('counted 2')
    expect(await page.locator('svg.rough-annotation path').count()).toBeGreaterThan(0)
    await page.close()
    builds.lean.expectNoFaults()
  })

  it('draws the same diagram', async () => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open(SLIDES.diagram)
      const diagram = page.locator('.mermaid svg').first()
      await diagram.waitFor()
      const nodes = await diagram.locator('.node').allTextContents()
      const seen = { nodes, box: await diagram.getAttribute('viewBox') }
      await page.close()
      return seen
    })
    expect(lean).toEqual(stock)
    expect(lean.nodes).toHaveLength(2)
  })

  it('lets something be dragged', async () => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open(SLIDES.drag)
      const box = page.getByText('A box')
      await box.dblclick()
      await page.locator('#drag-control-container').waitFor()
      const from = await box.boundingBox()
      await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 20)
      await page.mouse.down()
      await page.mouse.move((from?.x ?? 0) + 120, (from?.y ?? 0) + 70, { steps: 4 })
      await page.mouse.up()
      const seen = { from, to: await box.boundingBox() }
      await page.close()
      return seen
    })
    expect(lean).toEqual(stock)
    expect(lean.to?.x).toBeGreaterThan((lean.from?.x ?? 0) + 50)
  })

  it('is printed', async () => {
    const { stock, lean } = await builds.onBoth(async (deck) => {
      const page = await deck.open('print?print=true')
      await page.locator('.mermaid svg').first().waitFor()
      await page.locator('svg.rough-annotation path').first().waitFor()
      await standStill(page.locator('#print-content'))
      const seen = {
        text: await page.locator('#print-content').innerText(),
        strokes: await page.locator('svg.rough-annotation path').count(),
      }
      await page.close()
      return seen
    })
    expect(lean).toEqual(stock)
    builds.lean.expectNoFaults()
  })
})

it('shows a saved drawing without the code that draws', async () => {
  const { stock, lean } = await builds.onBoth(async (deck) => {
    const page = await deck.open(1)
    await page.evaluate(() => {
      const drawing = '<line x1="100" y1="100" x2="300" y2="200" stroke="red"></line>'
      localStorage.setItem(`${document.title} - drawings`, JSON.stringify({ 2: drawing }))
    })
    await page.goto(`${deck.url}2`)
    await page.locator('#slide-content line').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.locator('#slide-content line').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.locator('#slide-content line').waitFor()
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
  expect(features(lean, builds.folder)).not.toContain('drawing')
  expect(features(stock, builds.stockFolder)).toContain('drawing')
  builds.lean.expectNoFaults()
})
