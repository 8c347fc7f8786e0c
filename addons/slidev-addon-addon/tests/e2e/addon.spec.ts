import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { buildDeck } from '../../../slidev-addon-lectern/deck/build-deck.ts'
import { readDeck } from '../../../slidev-addon-lectern/deck/read-deck.ts'
import { runSlidev } from '../../../slidev-addon-lectern/deck/run-slidev.ts'
import { openDeck, slideOf } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import { writeDeck } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { EXAMPLE, readColors, readExample } from './example.ts'
import { writePackedExample } from './packed-addon.ts'
import { PLACES } from './places.ts'

/** Slides added after the example's seven: every place of a span, and an unknown color. */
const MORE = `
---
layout: default
---
${PLACES}
---

# Small

- fine
- [small]{color=grey5000}
`

/** First heading of the example, which is typed with four spans. */
const HEADING = 'Colored words, sized images'

/** Colors of the spans in {@link PLACES}. */
const LIGHT = [
  'red: rgb(197, 30, 33)',
  'item: rgb(3, 109, 56)',
  expect.stringMatching(/^bold code .*: rgb\(16, 95, 217\)$/),
  'red: rgb(197, 30, 33)',
  'a nested span: rgb(107, 114, 128)',
  'nested: rgb(79, 123, 2)',
  'head: rgb(8, 121, 112)',
  'cell: rgb(255, 0, 0)',
  'quote: rgb(127, 54, 188)',
  'slot: rgb(181, 72, 2)',
  'link: rgb(5, 118, 164)',
]

describe('the example deck with the packed addon, and more slides', () => {
  let folder: TemporaryFolder
  let slides: string
  let printed: string
  let deck: Deck

  beforeAll(async () => {
    folder = writePackedExample()
    const path = join(folder.path, 'slides.md')
    // Without a title of its own the window shows the first heading.
    slides = readFileSync(path, 'utf8').replace('title: slidev-addon-addon\n', '') + MORE
    writeFileSync(path, slides)
    writeFileSync(
      join(folder.path, 'global-bottom.vue'),
      '<template><SlideCurrentNo total data-layer /></template>\n',
    )
    printed = await buildDeck(await readDeck(path), join(folder.path, 'dist'))
    deck = await openDeck(join(folder.path, 'dist'))
  })

  afterAll(async () => {
    await deck.close()
    folder.remove()
  })

  it('shows spans, image sizes, numbers and titles', async () => {
    const more = ['The red title', 'Left alone', '<Toc> and spans', 'Small']
    expect(await readExample(deck)).toEqual({
      ...EXAMPLE,
      number: '6 / 11',
      label: 'Slide 6 of 11',
      titles: [HEADING, ...EXAMPLE.titles.slice(1), ...more],
    })
  })

  it('shows the colors of its headmatter, with their partners on dark slides', async () => {
    const light = new Map(await readColors(await deck.open(4), 4))
    const dark = new Map(await readColors(await deck.open(4, { colorScheme: 'dark' }), 4))
    expect(light.get('this deck’s own')).toBe('rgb(122, 46, 168)')
    expect(light.get('colors')).toBe('rgb(7, 95, 70)')
    expect(dark.get('this deck’s own')).toBe('rgb(122, 46, 168)')
    expect(dark.get('colors')).toBe('rgb(94, 234, 212)')
  })

  it('shows each span in its color, in every place', async () => {
    const spans = await readColors(await deck.open(8), 8)
    expect(spans.map(([text, color]) => `${text}: ${color}`)).toEqual(LIGHT)
  })

  it('gives the span its class and id, and the class its style', async () => {
    const anchor = slideOf(await deck.open(8), 8).locator('#anchor')
    const line = await anchor.evaluate((span) => getComputedStyle(span).textDecorationLine)
    expect(line).toBe('underline')
  })

  it('sizes the image and renders the addon’s number, not Slidev’s', async () => {
    const slide = slideOf(await deck.open(8), 8)
    expect(await slide.locator('img').getAttribute('width')).toBe('40%')
    expect(await slide.locator('img').getAttribute('class')).toContain('rounded')
    const number = slide.locator('.slide-current-no')
    expect(await number.innerText()).toBe('8 / 11')
    expect(await number.getAttribute('class')).toContain('absolute')
  })

  it('renders the number in a global layer, where Slidev has no slide', async () => {
    const page = await deck.open(8)
    expect(await page.locator('[data-layer]').innerText()).toBe('8 / 11')
  })

  it.each([
    [7, ['[text]{colour=red}, [text] {color=red}, [text]{color=}']],
    [9, ['[code]{color=red}', '[fence]{color=red}', '![](/picture.svg){width=40%}']],
  ])('leaves alone what only looks like a span, on slide %i', async (number, texts) => {
    const slide = slideOf(await deck.open(number), number)
    const shown = await slide.locator('.slidev-layout').innerText()
    expect(texts.filter((text) => !shown.includes(text))).toEqual([])
    expect(await slide.locator('.colored-span').count()).toBe(0)
  })

  it('shows its slides without an error, and a plain title in the window', async () => {
    const page = await deck.open(1)
    expect(await slideOf(page, 1).locator('h1').innerText()).toBe(HEADING)
    expect(await page.title()).toBe(`${HEADING} - Slidev`)
    deck.expectNoErrors()
  })

  it('builds with one warning about the unknown color', () => {
    const line = slides.slice(0, slides.indexOf('[small]')).split('\n').length
    expect(printed).toContain(
      `[slidev-addon-addon] slides.md:${line}: unknown color "grey5000" in [small]{color=grey5000}.`,
    )
    expect(printed).toContain('Did you mean gray500?')
    expect(printed.match(/unknown color/g)).toHaveLength(1)
  })
})

it('stops the build at an unknown color in strict mode, and names file and line', async () => {
  const headmatter =
    '---\naddons:\n  - slidev-addon-addon\naddon:\n  strict: true\nfonts: { provider: none }\n---\n'
  const deck = writeDeck({
    'slides.md': `${headmatter}\n# One\n\n---\n\n[small]{color=grey5000}\n`,
  })
  onTestFinished(() => deck.remove())
  const { code, output } = await runSlidev(['build', 'slides.md'], deck.path)
  expect(code).not.toBe(0)
  expect(output).toContain('slides.md:13: unknown color "grey5000" in [small]{color=grey5000}.')
  expect(output).toContain('The build stops here because strict is set.')
})
