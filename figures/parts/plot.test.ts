import { expect, it } from 'vitest'

import { linePath, shortCount, splitScientific } from './plot.ts'

it.each([
  [1e22, '10', '22'],
  [3.8e25, '3.8 × 10', '25'],
  [6e18, '6 × 10', '18'],
  [5e-4, '5 × 10', '−4'],
])('splits %d for scientific notation', (value, base, exponent) => {
  expect(splitScientific(value)).toEqual({ base, exponent })
})

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d on a log axis', (value) => {
  expect(() => splitScientific(value)).toThrow(RangeError)
})

it.each([
  [402e9, '402B'],
  [16.55e12, '16.55T'],
  [40e6, '40M'],
])('shortens %d to %s', (value, text) => {
  expect(shortCount(value)).toBe(text)
})

it('draws straight legs and nothing for no points', () => {
  expect(
    linePath([
      [0, 1.234],
      [5, 6],
    ]),
  ).toBe('M0 1.23L5 6')
  expect(linePath([])).toBe('')
})
