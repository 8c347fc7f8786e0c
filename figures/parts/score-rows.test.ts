import { expect, it } from 'vitest'

import { listScoreRows, toStrip } from './score-rows.ts'

const MODELS = [
  { model: 'Llama 3 8B', values: [38.5], ci95_half_width: [4.1], size_class: 'small' },
  { model: 'Mistral 7B', values: [null], ci95_half_width: [null], size_class: 'small' },
]

it('gives a model a tint, its class, its best value, half-width, mark and strip', () => {
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
      cells: [{ text: '38.5', best: true, minor: '±4.1', strip: { value: 0.385 } }],
    },
    { label: 'Mistral 7B', tinted: false, cells: [{ text: '–', best: false, mark: 'a' }] },
  ])
  expect(rows[1]?.cells[0]?.strip).toBeUndefined()
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
  [81, 16.8, [0.642, 0.978]],
  [95.2, 9.1, [0.861, 1]],
  [4, 5, [0, 0.09]],
])('puts %f ± %f on the scale and cuts it at 0 and 100 %%', (value, halfWidth, ends) => {
  const { interval } = toStrip(value, halfWidth)
  expect(interval?.[0]).toBeCloseTo(ends[0] ?? Number.NaN, 9)
  expect(interval?.[1]).toBeCloseTo(ends[1] ?? Number.NaN, 9)
})

it('gives a value without half-width no interval', () => {
  expect(toStrip(50, null)).toEqual({ value: 0.5 })
})
