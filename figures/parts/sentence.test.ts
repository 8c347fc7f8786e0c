import { expect, it } from 'vitest'

import { joinWords, oneLine } from './sentence.ts'

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('joins %j as in a sentence', (words, expected) => {
  expect(joinWords(words)).toBe(expected)
})

it('joins alternatives by “or”', () => {
  expect(joinWords(['32', '80', '126'], 'or')).toBe('32, 80 or 126')
})

it('sets broken lines in one', () => {
  expect(oneLine('seeded by random\nsnippets')).toBe('seeded by random snippets')
})
