import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from '@slidev/parser/core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { toPlainTitle } from '../../addons/slidev-addon-addon/markdown/plain-title.ts'
import { findLayoutFaults, goNext, openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { ROOT } from './project-copy.ts'

let deck: Deck
const slides = (await parse(readFileSync(join(ROOT, 'slides.md'), 'utf8'), 'slides.md')).slides

beforeAll(async () => {
  deck = await openDeck(inject('builtDeck'))
})

afterAll(async () => deck.close())

it('shows each of the 46 slides with its heading, its number and nothing cut or covered', async () => {
  expect(slides).toHaveLength(46)
  const page = await deck.open(1)
  for (const [index, { content, title }] of slides.entries()) {
    const number = index + 1
    if (number > 1) {
      await goNext(page, number)
    }
    const slide = slideOf(page, number)
    // The title slide is named by the headmatter, which is the heading here.
    const heading = toPlainTitle(/^#+ (.*)$/m.exec(content)?.[1] ?? title ?? '')
    expect((await slide.locator('h1, h2').first().innerText()).trim()).toBe(heading)
    // The title slide alone has no number.
    expect(await slide.locator('.slide-current-no').allInnerTexts()).toEqual(
      number === 1 ? [] : [String(number)],
    )
    expect({ number, faults: await findLayoutFaults(page, number) }).toEqual({ number, faults: [] })
  }
  deck.expectNoFaults()
})

it('opens a slide by its address, in dark mode too', async () => {
  const page = await deck.open(19, { colorScheme: 'dark' })
  expect(await slideOf(page, 19).locator('h2').innerText()).toBe('Preference Data')
  expect(await findLayoutFaults(page, 19)).toEqual([])
  deck.expectNoFaults()
})

it('says each slide’s own number while one slide leaves and the next comes in', async () => {
  const page = await deck.open(11, { motion: 'no-preference' })
  await page.keyboard.press('ArrowRight')
  await page.locator('[data-slidev-no="12"]').waitFor()
  const numbers = await page
    .locator('[data-slidev-no]:has(.slide-current-no)')
    .evaluateAll((all) =>
      all.map((slide) => [
        slide.getAttribute('data-slidev-no'),
        slide.querySelector('.slide-current-no')?.textContent,
      ]),
    )
  expect(numbers.length).toBeGreaterThan(0)
  for (const [own, shown] of numbers) {
    expect(shown).toBe(own)
  }
})

it('tells a screen reader which slide of how many', async () => {
  const page = await deck.open(12)
  expect(await slideOf(page, 12).getByRole('img', { name: 'Slide 12 of 46' }).count()).toBe(1)
})

it('shows plain titles and right numbers in the overview, and a plain document title', async () => {
  const page = await deck.open('overview')
  await expect.poll(async () => page.locator('.slide-current-no').count()).toBe(45)
  const text = await page.locator('body').innerText()
  expect(text).toContain('Synthetic data generation: Execution feedback')
  expect(text).not.toMatch(/\*\*|\]\{color=/)
  expect(await page.locator('.slide-current-no').allInnerTexts()).toEqual(
    Array.from({ length: 45 }, (_, i) => String(i + 2)),
  )
  expect(await page.title()).toContain('The Llama 3 Herd of Models')
})

it('describes itself in the page’s head, and preloads no picture there', () => {
  const html = readFileSync(join(inject('builtDeck'), 'index.html'), 'utf8')
  expect(html).toContain('<html lang="en" ')
  expect(html).toContain('<title>The Llama 3 Herd of Models</title>')
  expect(html).toContain('<meta name="author" content="Jun-Chen Hung">')
  expect(html).toContain('href="/favicon.svg"')
  expect(html).not.toContain('as="image"')
})
