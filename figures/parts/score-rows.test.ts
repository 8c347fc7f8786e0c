import { expect, it } from 'vitest'

import { findSharedAxis, listScoreAxes, listScoreRows, nameSize, toDot } from './score-rows.ts'

const MODELS = [
  { model: 'Llama 3 8B', values: [38.5], ci95_half_width: [4.1], size_class: 'small' },
  { model: 'Mistral 7B', values: [null], ci95_half_width: [null], size_class: 'small' },
]

it('gives a model a tint or a step, its class, its best value, half-width, mark and dot', () => {
  const rows = listScoreRows({
    models: MODELS,
    benchmarks: ['Nexus'],
    decimals: 1,
    marks: { 'Mistral 7B, Nexus': 'a' },
  })
  expect(rows).toMatchObject([
    {
      label: 'Llama 3 8B',
      section: '8B class',
      tinted: true,
      cells: [{ text: '38.5', best: true, minor: '±4.1', dot: { value: 38.5 } }],
    },
    { label: 'Mistral 7B', tinted: false, step: 1, cells: [{ text: '–', best: false, mark: 'a' }] },
  ])
  expect(rows[0]?.step).toBeUndefined()
  expect(rows[1]?.cells[0]?.dot).toBeUndefined()
})

it('rejects a mark on a cell that is not there', () => {
  expect(() =>
    listScoreRows({
      models: MODELS,
      benchmarks: ['Nexus'],
      decimals: 1,
      marks: { 'Mistral 7B, BFCL': 'a' },
    }),
  ).toThrow('"Mistral 7B, BFCL"')
})

it.each([
  [81, 16.8, [64.2, 97.8]],
  [95.2, 9.1, [86.1, 100]],
  [4, 5, [0, 9]],
])('gives %f ± %f an interval, cut at 0 and 100 %%', (value, halfWidth, ends) => {
  const { interval } = toDot(value, halfWidth) ?? {}
  expect(interval?.[0]).toBeCloseTo(ends[0] ?? Number.NaN, 9)
  expect(interval?.[1]).toBeCloseTo(ends[1] ?? Number.NaN, 9)
})

it('gives a value without half-width no interval, and an empty cell no dot', () => {
  expect(toDot(50, null)).toEqual({ value: 50 })
  expect(toDot(null, null)).toBeUndefined()
})

it('crops the axis of each benchmark to its values and intervals', () => {
  const models = [
    { model: 'Llama 3 8B', values: [38.5, 60], ci95_half_width: [9, 1] },
    { model: 'Mistral 7B', values: [null, 82.6], ci95_half_width: [null, 3.8] },
  ]
  expect(listScoreAxes(models, 2)).toEqual([
    { low: 20, high: 50 },
    { low: 50, high: 90 },
  ])
  expect(findSharedAxis(models)).toEqual({ low: 20, high: 90 })
})

it('names a Llama 3 by its size', () => {
  expect(nameSize({ model: 'Llama 3 405B' })).toBe('405B')
})
