import { describe, expect, it } from 'vitest'

import { andMore, inPx, nameItems, quote } from '../../page/observation.ts'

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

describe('nameItems', () => {
  it.each([
    ['a', 1, 'no font has 1'],
    ['two', 2, 'no font has 1 and 2'],
    ['eight', 8, 'no font has 1, 2, 3, 4, 5, 6, 7 and 8'],
    ['the first eight of ten', 10, 'no font has 1, 2, 3, 4, 5, 6, 7, 8 and 2 more'],
  ])('names %s', (_, count, named) => {
    const items = Array.from({ length: count }, (__, at) => String(at + 1))
    expect(nameItems('no font has {items}', items)).toBe(named)
  })

  it('leaves a text without a place for them, and items that look like a pattern', () => {
    expect(nameItems('a text', [])).toBe('a text')
    expect(nameItems('no font has {items}', ['"$&"'])).toBe('no font has "$&"')
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
