import { describe, expect, it } from 'vitest'

import { andMore, inPx, quote } from '../../page/observation.ts'

describe('quote', () => {
  it.each([
    ['a text', '"a text"'],
    ['  two\n  lines\tand a tab ', '"two lines and a tab"'],
    ['', '""'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(58)} …"`],
    [`${'x'.repeat(60)}   `, `"${'x'.repeat(60)}"`],
  ])('writes %j as %s', (text, quoted) => {
    expect(quote(text)).toBe(quoted)
  })
})

describe('andMore', () => {
  it.each([
    [-1, ''],
    [0, ''],
    [1, ' and 1 more'],
    [12, ' and 12 more'],
  ])('returns for %i “%s”', (count, text) => {
    expect(andMore(count)).toBe(text)
  })
})

describe('inPx', () => {
  it.each([
    [0.2, '1 px'],
    [1.4, '1 px'],
    [11.5, '12 px'],
    [980, '980 px'],
  ])('writes %d as “%s”, never as 0 px', (length, text) => {
    expect(inPx(length)).toBe(text)
  })
})
