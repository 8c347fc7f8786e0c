import { describe, expect, it } from 'vitest'

import { ratioOf, summarize } from '../../report/statistics.ts'

describe('the summary of several runs', () => {
  it('has the middle value of an odd number, whatever their order', () => {
    expect(summarize([9, 1, 5])).toEqual({ count: 3, median: 5, p95: 9, min: 1, max: 9 })
  })

  it('has the mean of the two in the middle of an even number', () => {
    expect(summarize([1, 2, 4, 100])?.median).toBe(3)
  })

  it('has the value that 95 of 100 do not exceed', () => {
    expect(summarize(Array.from({ length: 100 }, (_, index) => index + 1))?.p95).toBe(95)
  })

  it('orders values as numbers', () => {
    expect(summarize([10, 9, 100])).toMatchObject({ median: 10, min: 9, max: 100 })
  })

  it('is missing where nothing was measured', () => {
    expect(summarize([])).toBeUndefined()
  })
})

describe('the ratio of two values', () => {
  it('tells how many times the other one is', () => {
    expect(ratioOf(3, 12)).toBe(0.25)
  })

  it.each([
    [undefined, 2],
    [2, undefined],
    [2, 0],
  ])('is missing for %s to %s', (value, other) => {
    expect(ratioOf(value, other)).toBeUndefined()
  })
})
