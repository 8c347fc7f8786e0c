import { expect, it } from 'vitest'

import { searchTitles } from '../../../client/lazy/search-titles.ts'

const SLIDES = [
  { no: 1, title: 'Outline' },
  { no: 2, title: 'Scaling laws' },
  { no: 11, title: 'Laws of scaling 2' },
  { no: 12 },
]

it.each([
  ['2', [2, 11]],
  ['1', [1, 11, 12]],
  ['LAWS', [2, 11]],
  ['outline ', [1]],
  ['nothing', []],
])('finds by number first, then by its beginning, then by title: %s', (text, numbers) => {
  expect(searchTitles(SLIDES, text).map(({ item }) => item.no)).toEqual(numbers)
})
