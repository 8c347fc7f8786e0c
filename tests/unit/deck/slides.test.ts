// @vitest-environment node
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import corrections from '../../fixtures/seed/corrections.json'
import {
  applyCorrections,
  comparableText,
  correctionsOf,
  figureName,
  listImages,
  readSlides,
  ROOT,
} from './deck.ts'

/** Slides of which the review says that a claim is imprecise or wrong. */
const REVIEWED = [4, 6, 7, 12, 13, 14, 15, 16, 17, 19, 21, 27, 28, 31, 42, 44]

const seed = readSlides('tests/fixtures/seed/slides.md')
const deck = readSlides('slides.md')
const numbers = seed.map((_, index) => index + 1)
const images = listImages(deck)

describe('the slides', () => {
  it('are the 46 of the author', () => {
    expect(seed).toHaveLength(46)
    expect(deck).toHaveLength(46)
  })

  it.each(numbers.slice(1))('keep the frontmatter of slide %i', (slide) => {
    expect(deck[slide - 1]?.frontmatter).toEqual(seed[slide - 1]?.frontmatter)
  })

  it.each(numbers)('say on slide %i what the author typed, spelling corrected', (slide) => {
    const typed = applyCorrections(seed[slide - 1]?.content ?? '', correctionsOf(slide))
    expect(comparableText(deck[slide - 1]?.content ?? '')).toBe(comparableText(typed))
  })

  it('show the same figures in the same order, the remote one from public/', () => {
    const shown = images.map(({ slide, src }) => `${slide} ${src}`)
    const typed = listImages(seed).map(({ slide, src }) =>
      src.startsWith('https:') ? `${slide} /dpo.png` : `${slide} ${src}`,
    )
    expect(shown).toHaveLength(22)
    expect(shown).toEqual(typed)
  })

  it.each([
    ['links', /(?<!!)\[[^\]]*\]\(([^)]+)\)/g, 5],
    ['classes', /\bclass="([^"]*)"/g, 60],
    ['colours', /\{(color=\w+)\}/g, 50],
    ['widths', /\{(width=[^}]+)\}/g, 5],
  ])('keep the %s of every slide', (_, pattern, least) => {
    const list = (slides: typeof deck): string[][] =>
      slides.map(({ content }) => Array.from(content.matchAll(pattern), (match) => match[1] ?? ''))
    expect(list(seed).flat().length).toBeGreaterThanOrEqual(least)
    expect(list(deck)).toEqual(list(seed))
  })

  it('have no script, no style and no comment but the notes', () => {
    for (const { content } of deck) {
      expect(content).not.toMatch(/<(?:script|style)\b|\bstyle\s*=|<!--/i)
    }
  })
})

describe('the headmatter', () => {
  const headmatter = deck[0]?.frontmatter ?? {}
  const typed = seed[0]?.frontmatter ?? {}

  it('keeps the themeConfig and the addons of the author', () => {
    const { themeConfig, addons } = typed
    expect(addons).toEqual(['slidev-addon-addon'])
    expect(headmatter).toMatchObject({ themeConfig, addons })
  })

  it('says under `title` what the author typed under `_title`', () => {
    expect(headmatter.title).toBe(applyCorrections(String(typed['_title']), correctionsOf(1)))
    expect(headmatter).not.toHaveProperty('_title')
  })

  it('fetches no font from another host and keeps no drawing', () => {
    expect(headmatter.fonts).toMatchObject({ provider: 'none' })
    expect(headmatter.drawings).toMatchObject({ persist: false })
  })

  it('names the language of the slides and a favicon that is in public/', () => {
    expect(headmatter.lang).toBe('en')
    expect(headmatter.favicon).toMatch(/^\/[\w-]+\.svg$/)
    expect(existsSync(join(ROOT, 'public', String(headmatter.favicon)))).toBe(true)
  })
})

describe('the corrections of spelling', () => {
  it.each(corrections)('need "$corrected" on slide $slide', ({ slide, typed }) => {
    const content = seed[slide - 1]?.content ?? ''
    expect(content).toContain(typed)
    const others = correctionsOf(slide).filter((other) => other.typed !== typed)
    expect(comparableText(applyCorrections(content, others))).not.toBe(
      comparableText(deck[slide - 1]?.content ?? ''),
    )
  })

  it.each(corrections)('leave no "$typed" on any slide', ({ typed }) => {
    expect(deck.filter(({ content }) => content.includes(typed))).toEqual([])
  })

  it('write the models as Meta does: a capital, and a space before the number', () => {
    for (const { content } of deck) {
      const text = content.replace(/\([^()]*\.png\)|\bsrc="[^"]*"/g, '')
      expect(text).not.toMatch(/\bll?ama|Llama\d/)
    }
  })
})

describe('the notes', () => {
  it.each(numbers)('of slide %i begin with those of the author, verbatim', (slide) => {
    const typed = seed[slide - 1]?.note ?? ''
    const note = deck[slide - 1]?.note ?? ''
    expect(note.slice(0, typed.length)).toBe(typed)
  })

  it('are in Chinese on three slides', () => {
    const chinese = numbers.filter((slide) => /\p{Script=Han}/u.test(deck[slide - 1]?.note ?? ''))
    expect(chinese).toEqual([12, 13, 16])
  })

  const added = numbers.flatMap((slide) => {
    const typed = seed[slide - 1]?.note ?? ''
    const line = (deck[slide - 1]?.note ?? '').slice(typed.length)
    return line === '' ? [] : [{ slide, line, isFirst: typed === '' }]
  })

  it.each(added)('of slide $slide gain one line that names its source', ({ line, isFirst }) => {
    // A blank line keeps the Markdown of the author's notes apart from the added line.
    expect(line).toMatch(isFirst ? /^Check: .*$/ : /^\n\nCheck: .*$/)
    expect(line).toMatch(/\bsections? \d|\bTable \d|\bLlama\b/)
  })

  it.each(REVIEWED)('of slide %i say what the paper says', (slide) => {
    expect(added.map((entry) => entry.slide)).toContain(slide)
  })
})

describe('the images', () => {
  it('are those that Slidev finds', () => {
    expect(new Set(images.map(({ src }) => src))).toEqual(
      new Set(deck.flatMap((slide) => slide.images ?? [])),
    )
  })

  it.each(images)('show $src from public/', ({ src }) => {
    expect(src).toMatch(/^\/[\w-]+\.png$/)
    expect(existsSync(join(ROOT, 'public', src))).toBe(true)
  })

  it.each(images)('tell in words what $src shows', ({ src, alt }) => {
    expect(alt.length).toBeGreaterThanOrEqual(40)
    expect(alt).not.toContain(figureName(src))
  })

  it('have no alt text twice', () => {
    expect(new Set(images.map(({ alt }) => alt)).size).toBe(images.length)
  })
})
