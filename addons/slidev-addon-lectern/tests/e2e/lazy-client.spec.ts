import { readdirSync } from 'node:fs'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeStep, findDifferences, standStill } from '../harness/appearance.ts'
import type { Step } from '../harness/appearance.ts'
import { settle } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { findFeatures, readFirstLoad, readScript, SIGNATURES } from '../harness/first-load.ts'
import { openBoth, SLIDES } from '../harness/two-builds.ts'
import type { TwoBuilds } from '../harness/two-builds.ts'

let builds: TwoBuilds
let walks: { stock: Step[]; lazy: Step[] }

beforeAll(async () => {
  builds = await openBoth()
  walks = await builds.onBoth(walk)
})

afterAll(async () => builds.close())

/** Goes through the whole deck, click by click. */
async function walk(deck: Deck): Promise<Step[]> {
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
}

it('looks and reads as in stock Slidev, on each slide and after each click', () => {
  const read = (steps: readonly Step[]): string[] =>
    steps.map(({ where, text }) => `${where} ${text}`)
  expect(read(walks.lazy)).toEqual(read(walks.stock))
  expect(walks.lazy.length).toBeGreaterThan(SLIDES.end)
  expect(findDifferences(walks.lazy, walks.stock)).toEqual([])
  builds.lazy.expectNoErrors()
})

it('reads without scripts as the application shows it, with what its steps would show', async () => {
  const reader = await builds.lazy.context.browser()?.newPage({ javaScriptEnabled: false })
  const read: Record<string, string> = {}
  const shown: Record<string, string> = {}
  for (const { where, text } of walks.lazy.filter((step) => !step.where.includes('?'))) {
    await reader?.goto(new URL(where, builds.lazy.url).href)
    const slide = reader?.locator('#lectern-prerendered [data-slidev-no]')
    read[where] = toWords((await slide?.innerText()) ?? '')
    shown[where] = toWords(text)
  }
  await reader?.close()
  expect(Object.keys(shown)).toHaveLength(SLIDES.end)
  const [moving, switching] = [`/${SLIDES.magicMove}`, `/${SLIDES.columns}`]
  const last = walks.lazy.findLast(({ where }) => where.startsWith(`${moving}?`))
  expect(read).toEqual({
    ...shown,
    [moving]: toWords(last?.text ?? ''),
    [switching]: `${shown[switching]} One Two`,
  })
})

/** Text as it is read, however its lines are broken. */
function toWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

it('comes and goes with the transitions of stock Slidev', async () => {
  const { stock, lazy } = await builds.onBoth(async (deck) => {
    const page = await deck.open(`${SLIDES.lines}?clicks=9`, { motion: 'no-preference' })
    const changes: unknown[] = []
    /** Goes to another slide, and notes the classes that both have meanwhile. */
    const go = async (from: number, keys: readonly string[], to: number): Promise<void> => {
      await page.evaluate(recordPhases)
      for (const key of keys) {
        await page.keyboard.press(key)
      }
      await page.waitForURL((url) => url.pathname === `/${to}`)
      await settle(page)
      const seen = await page.evaluate(() => window.deckPhases)
      const shown = await page.locator('#slideshow > :visible').getAttribute('data-slidev-no')
      changes.push({ shown, gone: seen[from], come: seen[to] })
    }
    await go(SLIDES.lines, ['ArrowRight'], SLIDES.magicMove)
    await page.keyboard.press('g')
    await page.locator('#slidev-goto-input:focus').waitFor()
    await page.keyboard.type(String(SLIDES.columns))
    await standStill(page.locator('#slidev-goto-dialog'))
    await go(SLIDES.magicMove, ['Enter'], SLIDES.columns)
    await go(SLIDES.columns, ['ArrowDown'], SLIDES.end)
    await go(SLIDES.end, ['ArrowUp'], SLIDES.columns)
    await page.close()
    return changes
  })
  const phases = (name: string, way: string): string[] =>
    ['active', 'from', 'to'].map((phase) => `${name}-${way}-${phase}`)
  const change = (to: number, name: string): object => ({
    shown: String(to),
    gone: phases(name, 'leave'),
    come: phases(name, 'enter'),
  })
  expect(stock).toEqual([
    // Of the deck, to a neighbor and far away; of a slide, forward and backward.
    change(SLIDES.magicMove, 'fade'),
    change(SLIDES.columns, 'fade'),
    change(SLIDES.end, 'slide-left'),
    change(SLIDES.columns, 'slide-right'),
  ])
  expect(lazy).toEqual(stock)
})

declare global {
  interface Window {
    /** Classes of transitions that each slide had, by its number. */
    deckPhases: Record<string, string[]>
    deckPhaseObserver?: MutationObserver
  }
}

/** Notes the classes of transitions from now on, and forgets earlier ones; runs in the page. */
function recordPhases(): void {
  window.deckPhases = {}
  window.deckPhaseObserver ??= new MutationObserver((changes) => {
    for (const { target, oldValue } of changes) {
      const slide = target instanceof HTMLElement ? target : undefined
      const number = slide?.dataset['slidevNo']
      if (slide && number) {
        const names = `${oldValue} ${slide.className}`.match(/\S+-(?:enter|leave)-\w+/g) ?? []
        const known = window.deckPhases[number] ?? []
        window.deckPhases[number] = [...new Set([...known, ...names])].toSorted()
      }
    }
  })
  const options = { attributeFilter: ['class'], attributeOldValue: true, subtree: true }
  window.deckPhaseObserver.observe(document.body, options)
}

it('brings a feature with the slide that uses it, and with no other', async () => {
  const [first, marks, end] = await Promise.all(
    [1, SLIDES.marks, SLIDES.end].map(async (number) =>
      findFeatures(await readFirstLoad(builds.lazy, builds.folder, number)),
    ),
  )
  expect(first).toEqual([])
  // A slide fetches its neighbors as well.
  expect(marks).toEqual(['marks', 'motion'])
  expect(end).toEqual([])
  // All of them are somewhere, but for the one nobody can use.
  const all = readdirSync(builds.folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readScript(builds.folder, path))
  expect(findFeatures(all)).toEqual(Object.keys(SIGNATURES).filter((name) => name !== 'yaml'))
})
