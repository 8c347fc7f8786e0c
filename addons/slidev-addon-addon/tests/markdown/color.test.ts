import { describe, expect, it } from 'vitest'

import { resolveColor, suggestColor } from '../../markdown/color.ts'
import { findPaletteColor, PALETTE } from '../../markdown/palette.ts'
import { findShade } from '../../markdown/shades.ts'

describe('resolveColor', () => {
  it.each([...PALETTE, 'grey', 'Red', 'PURPLE'])('takes %s from the palette', (name) => {
    expect(resolveColor(name)).toEqual(findPaletteColor(name.toLowerCase()))
    expect(resolveColor(name)?.light).toMatch(/^var\(--addon-/)
  })

  it.each(['gray500', 'Gray-500', 'slate'])('takes %s as a shade', (name) => {
    expect(resolveColor(name)).toEqual(findShade(name.toLowerCase()))
    expect(resolveColor(name)?.light).toMatch(/^#/)
  })

  it.each([
    'tomato',
    'rebeccapurple',
    'black',
    'lightblue',
    'darkgrey',
    '#abc',
    '#abcd',
    '#aabbcc',
    '#aabbccdd',
    'rgb(1,2,3)',
    'rgb(1 2 3)',
    'rgb(100% 0% 50%)',
    'rgb(1 2 3 / 0.5)',
    'rgba(1, 2, 3, 0.5)',
    'hsl(120 50% 50%)',
    'hsl(120deg 50% 50%)',
    'hsl(0.5turn 50% 50%)',
    'hsl(-120 50% 50%)',
    'hsla(120, 50%, 50%, 0.5)',
    'oklch(0.7 0.1 120)',
    'oklch(70% 0.1 120deg / 50%)',
  ])('takes %s as CSS does, the same in both modes', (value) => {
    expect(resolveColor(value)).toEqual({ light: value, dark: value })
    expect(resolveColor(value.toUpperCase())).toEqual({ light: value, dark: value })
  })

  it.each([
    '',
    ' ',
    'reds',
    '#',
    '#ab',
    '#abcde',
    '#abcdefa',
    '#ggg',
    'abc',
    'rgb',
    'rgb()',
    'rgb(1)',
    'rgb(1 2)',
    'rgb(1,2,3',
    'rgb(1,2,3) ',
    'rgb(1,2,3);x',
    'rgb(a b c)',
    'rgb(from red r g b)',
    'rgb(calc(1) 2 3)',
    'lab(50 1 1)',
    'color(srgb 1 1 1)',
    'url(x)',
    'var(--x)',
    'expression(1)',
    'transparent',
    'inherit',
    'currentcolor',
    'hasOwnProperty',
    'red\n',
    'red\u0000',
    'red;',
    `#${'a'.repeat(64)}`,
  ])('does not understand %j', (value) => {
    expect(resolveColor(value)).toBeUndefined()
  })
})

describe('suggestColor', () => {
  it.each([
    ['rde', 'red'],
    ['geen', 'green'],
    ['Yelow', 'yellow'],
    ['grey5000', 'gray500'],
    ['gray-5000', 'gray500'],
    ['purpel', 'purple'],
    ['tomatoe', 'tomato'],
    ['redd', 'red'],
  ])('takes %s for %s', (typed, meant) => {
    expect(suggestColor(typed)).toBe(meant)
  })

  it.each(['qwertzuiop', 'url(https://x.y/z)', 'x'.repeat(100_000)])(
    'suggests nothing for %s',
    (typed) => {
      expect(suggestColor(typed)).toBeUndefined()
    },
  )

  it('prefers a palette name where several are equally near', () => {
    expect(suggestColor('cyn')).toBe('cyan')
    expect(suggestColor('gren')).toBe('green')
  })
})
