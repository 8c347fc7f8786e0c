import { describe, expect, it } from 'vitest'

import { describeContrast } from '../../../../page/checks/accessibility/contrast.ts'

describe('describeContrast', () => {
  it('names the measured and the required contrast', () => {
    const measured = { ratio: 2.849, least: 4.5, colors: '#999999 on #ffffff' }
    expect(describeContrast({ text: 'small' }, '"small"', measured)).toMatchInlineSnapshot(`
      {
        "expected": "at least 4.5:1, so that it can be read from the last row",
        "fix": "Choose a darker or lighter color for the text or its background.",
        "hint": {
          "text": "small",
        },
        "kind": "contrast of #999999 on #ffffff",
        "seen": ""small" has a contrast of 2.8:1 (#999999 on #ffffff)",
      }
    `)
  })

  it.each([
    [4.46, '4.4'],
    [4.499, '4.4'],
    [4.4, '4.4'],
    [2.99, '2.9'],
    [1, '1.0'],
  ])('rounds %d down to %s', (ratio, said) => {
    const { seen } = describeContrast({}, '"a"', { ratio, least: 4.5, colors: 'x on y' })
    expect(seen).toBe(`"a" has a contrast of ${said}:1 (x on y)`)
  })

  it('is of one kind for all texts of the same colors', () => {
    const kinds = ['#777 on #fff', '#777 on #fff', '#777 on #000'].map(
      (colors, index) =>
        describeContrast({ text: `text ${index}` }, `"text ${index}"`, {
          ratio: 4 + index / 10,
          least: 4.5,
          colors,
        }).kind,
    )
    expect(kinds[0]).toBe(kinds[1])
    expect(kinds[0]).not.toBe(kinds[2])
  })
})
