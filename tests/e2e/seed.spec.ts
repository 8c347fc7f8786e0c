import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import Color from 'colorjs.io'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { findLayoutFaults, goNext, openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { buildDeck, copyProject, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

/** The author's file, unchanged: it takes the place of slides.md. */
const SEED = join(ROOT, 'tests/fixtures/seed/slides.md')
/** Its one remote image; the machine of the tests has no network. */
const REMOTE_HOST = 'huggingface.co'

const PALETTE = readFileSync(join(ROOT, 'addons/slidev-addon-addon/styles/palette.css'), 'utf8')
/** The one shade the author uses, and its partner on dark slides. */
const GRAY_500 = { light: '#6b7280', dark: '#9ca3af' }

let project: TemporaryFolder
let deck: Deck

beforeAll(async () => {
  project = copyProject()
  copyFileSync(SEED, join(project.path, 'slides.md'))
  deck = await openDeck(await buildDeck(project))
})

afterAll(async () => {
  await deck.close()
  project.remove()
})

it('shows all of the author’s 46 slides, with nothing cut, covered or fetched but the remote image', async () => {
  const page = await deck.open(1)
  for (let number = 1; number <= 46; number += 1) {
    if (number > 1) {
      await goNext(page, number)
    }
    const slide = slideOf(page, number)
    expect(await slide.locator('h1, h2').count()).toBeGreaterThan(0)
    expect({ number, faults: await findLayoutFaults(page, number) }).toEqual({ number, faults: [] })
    expect(await slide.innerText()).not.toMatch(/\{(?:color|width)=/)
  }
  deck.expectNoFaults(REMOTE_HOST)
})

it('names the document after the title slide', async () => {
  const page = await deck.open(1)
  expect(await page.title()).toBe('The Llama3 Herd of Models')
})

it.each(['light', 'dark'] as const)('colours every span of the author in %s mode', async (mode) => {
  const page = await deck.open(1, { colorScheme: mode })
  const shown: [text: string, colour: string][] = []
  for (let number = 1; number <= 46; number += 1) {
    if (number > 1) {
      await goNext(page, number)
    }
    const spans = await slideOf(page, number)
      .locator('.coloured-span')
      .evaluateAll((all) =>
        all.map((span): [string, string] => [span.textContent ?? '', getComputedStyle(span).color]),
      )
    shown.push(...spans)
  }
  expect(shown).toEqual(listSpans().map(({ text, colour }) => [text, cssColour(colour, mode)]))
})

/** The coloured spans as the author typed them; none of them holds brackets. */
function listSpans(): { text: string; colour: string }[] {
  const typed = readFileSync(SEED, 'utf8').matchAll(/\[([^[\]]+)\]\{color=(\w+)\}/g)
  return Array.from(typed, ([, text = '', colour = '']) => ({ text, colour }))
}

/** The computed colour a name must have: read from the palette's style sheet. */
function cssColour(name: string, mode: 'light' | 'dark'): string {
  const declared = new RegExp(`--addon-${name}-${mode}: (#\\w+);`).exec(PALETTE)?.[1]
  const [red, green, blue] = new Color(declared ?? GRAY_500[mode]).srgb.map((value) =>
    Math.round(Number(value) * 255),
  )
  return `rgb(${red}, ${green}, ${blue})`
}
