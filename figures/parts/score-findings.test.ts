import { expect, it } from 'vitest'

import {
  compareIntervals,
  countOf,
  findLargestDeficit,
  findLeaders,
  isUnbeaten,
} from './score-findings.ts'

/** Two classes; in the benchmarks Llama 3 is first, tied, behind, and without a score of one rival. */
const MODELS = [
  { model: 'Llama 3 8B', size_class: 'small', values: [70, 50, 40, 60] },
  { model: 'Mistral 7B', size_class: 'small', values: [60, 50, 45, null] },
  { model: 'Llama 3 405B', size_class: 'large', values: [90, 80, 50, 88] },
  { model: 'GPT-4o', size_class: 'large', values: [80, 80, 62, 89] },
]

it('finds the leaders, all of a tie', () => {
  expect(findLeaders(MODELS, 0).map(({ model }) => model)).toEqual(['Llama 3 405B'])
  expect(findLeaders(MODELS, 1).map(({ model }) => model)).toEqual(['Llama 3 405B', 'GPT-4o'])
})

it('calls Llama 3 unbeaten where it is first or tied in each class', () => {
  expect([0, 1, 2, 3].map((at) => isUnbeaten(MODELS, at))).toEqual([true, true, false, false])
})

it('finds the largest deficit within a class', () => {
  expect(findLargestDeficit(MODELS)).toEqual({ model: 'Llama 3 405B', at: 2, points: 12 })
})

it.each([
  [80, 5, 'ahead'],
  [74, 2, 'level'],
  [70, 5, 'level'],
  [60, 5, 'behind'],
])('compares %f ± %f with 70 ± 4 as %s', (value, half, standing) => {
  const models = [
    { model: 'Llama 3 8B', values: [99], ci95_half_width: [0] },
    { model: 'Llama 3 405B', values: [value], ci95_half_width: [half] },
    { model: 'GPT-4', values: [50], ci95_half_width: [30] },
    { model: 'GPT-4o', values: [70], ci95_half_width: [4] },
  ]
  expect(compareIntervals(models, 0)).toBe(standing)
})

it('rejects a comparison without an interval', () => {
  expect(() => compareIntervals(MODELS, 0)).toThrow('Llama 3 405B has no interval in benchmark 0')
})

it('says how many of a total', () => {
  expect([4, 3, 0].map((count) => countOf(count, 4))).toEqual(['all 4', '3 of 4', 'none'])
})
