import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Color from 'colorjs.io'
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { DeckModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { loadFixture } from '../addons/slidev-addon-lectern/tests/harness/deck-source.ts'
import {
  observeLayout,
  goNext,
  openDeck,
  slideOf,
} from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import { ROOT } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { shareBuild } from '../addons/slidev-addon-lectern/tests/harness/shared-builds.ts'

// Shows the author's first file, unchanged, in place of slides.md.

/** Host of its only remote image, which tests do not load. */
const REMOTE_HOST = 'huggingface.co'

const PALETTE = readFileSync(join(ROOT, 'addons/slidev-addon-addon/styles/palette.css'), 'utf8')
/** The only shade the author uses, and its counterpart on dark slides. */
const GRAY_500 = { light: '#6b7280', dark: '#9ca3af' }

type Mode = 'light' | 'dark'

/** A colored span: its text and its color. */
type Span = [text: string, color: string]

/** A slide as measured on the walk through the deck. */
interface SeenSlide {
  number: number
  headings: number
  text: string
  observations: string[]
  spans: Record<Mode, Span[]>
}

let model: DeckModel
let deck: Deck
let page: Page
let title: string
const seen: SeenSlide[] = []

beforeAll(async () => {
  model = await loadFixture('seed')
  deck = await openDeck(await shareBuild('seed'))
  page = await deck.open(1)
  title = await page.title()
  for (const { number } of model.slides) {
    if (number > 1) {
      await goNext(page, number)
    }
    seen.push(await lookAt(number))
  }
})

afterAll(async () => deck.close())

async function lookAt(number: number): Promise<SeenSlide> {
  const slide = slideOf(page, number)
  const observations = await observeLayout(page, number)
  const light = await readSpans(number)
  let dark: Span[] = []
  if (light.length > 0) {
    await showMode('dark')
    dark = await readSpans(number)
    await showMode('light')
  }
  return {
    number,
    headings: await slide.locator('h1, h2').count(),
    text: await slide.innerText(),
    observations,
    spans: { light, dark },
  }
}

/** Changes the color scheme of the system, which the deck follows. */
async function showMode(colorScheme: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction(
    (isDark) => document.documentElement.classList.contains('dark') === isDark,
    colorScheme === 'dark',
  )
}

async function readSpans(number: number): Promise<Span[]> {
  return slideOf(page, number)
    .locator('.colored-span')
    .evaluateAll((spans) =>
      spans.map((span): Span => [span.textContent ?? '', getComputedStyle(span).color]),
    )
}

it('shows all of the author’s slides; nothing is cut or covered, and only the remote image is missing', () => {
  expect(seen.filter(({ headings }) => headings === 0)).toEqual([])
  expect(seen.filter(({ observations }) => observations.length > 0)).toEqual([])
  expect(seen.filter(({ text }) => /\{(?:color|width)=/.test(text))).toEqual([])
  deck.expectNoErrors(REMOTE_HOST)
})

it('names the appendix at its foot, although it follows the conclusion without a section slide', () => {
  const appendix = model.slides.find(({ title: name }) => name === 'Appendix')
  const text = seen[(appendix?.number ?? 0) - 1]?.text ?? ''
  expect(appendix?.frontmatter['layout']).toBeUndefined()
  expect(text.match(/Appendix/g)).toHaveLength(2)
  expect(text).not.toContain('Conclusion')
})

it('names the document after the title slide', () => {
  expect(title).toBe('The Llama3 Herd of Models')
})

it.each(['light', 'dark'] as const)('colors every span of the author in %s mode', (mode) => {
  const shown = seen.flatMap(({ spans }) => spans[mode])
  expect(shown).toEqual(listSpans().map(({ text, color }) => [text, cssColor(color, mode)]))
})

/** Lists the colored spans as the author typed them; none contains brackets. */
function listSpans(): { text: string; color: string }[] {
  const typed = readFileSync(model.entry, 'utf8').matchAll(/\[([^[\]]+)\]\{color=(\w+)\}/g)
  return Array.from(typed, ([, text = '', color = '']) => ({ text, color }))
}

/** Returns the computed color of a name, from the palette's style sheet. */
function cssColor(name: string, mode: Mode): string {
  const declared = new RegExp(`--addon-${name}-${mode}: (#\\w+);`).exec(PALETTE)?.[1]
  const [red, green, blue] = new Color(declared ?? GRAY_500[mode]).srgb.map((value) =>
    Math.round(Number(value) * 255),
  )
  return `rgb(${red}, ${green}, ${blue})`
}
