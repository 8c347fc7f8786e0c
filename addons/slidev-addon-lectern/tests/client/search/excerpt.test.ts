import { expect, it } from 'vitest'

import { markWords, takeExcerpt } from '../../../client/search/excerpt.ts'

const WORDS = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')

const textOf = (text: string, ...terms: string[]): string =>
  takeExcerpt(text, new Set(terms))
    .segments.map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('')

it('marks words and characters that overlap once', () => {
  expect(markWords('see 大模型 there', new Set(['大模', '模型', 'there']))).toEqual([
    { text: 'see ', isFound: false },
    { text: '大模型', isFound: true },
    { text: ' ', isFound: false },
    { text: 'there', isFound: true },
  ])
})

it('shows a short text as a whole', () => {
  expect(textOf('a short text', 'text')).toBe('a short [text]')
})

it('shows whole words around what was found', () => {
  const excerpt = textOf(WORDS, 'word50')
  expect(excerpt).toMatch(/^…word\d+ .*\[word50\].* word\d+…$/)
  expect(excerpt.length).toBeLessThan(160)
})

it('shows the beginning where nothing was found', () => {
  expect(textOf(WORDS, 'other')).toMatch(/^word0 .*…$/)
})

it('shows the place with the most of the words', () => {
  expect(textOf(`${WORDS} end`, 'word3', 'word99', 'end')).toContain('[word99] [end]')
})

it('cuts no character in two', () => {
  const segments = takeExcerpt('𝐱'.repeat(200), new Set()).segments
  expect(segments.map(({ text }) => text).join('')).toMatch(/^(?:𝐱)+…$/u)
})

it('is empty for an empty text', () => {
  expect(takeExcerpt('', new Set(['a']))).toEqual({ segments: [], count: 0 })
})
