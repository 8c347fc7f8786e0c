import { readFileSync } from 'node:fs'

import Color from 'colorjs.io'
import { describe, expect, it } from 'vitest'

import { findPaletteColor, PALETTE } from '../../markdown/palette.ts'
import { findShade, listShades } from '../../markdown/shades.ts'

/** A white slide and a pale panel; dark slides of Slidev and of a deck, its panel and dark layout. */
const BACKGROUNDS = {
  light: ['#ffffff', '#eff6fa'],
  dark: ['#121212', '#0b1a22', '#12303f', '#09384f'],
}
const MODES = ['light', 'dark'] as const
const SCALE = ['green', 'lime', 'yellow', 'orange']

const VALUES = readValues()

describe.each(MODES)('in %s mode', (mode) => {
  it.each(PALETTE)('%s has a contrast of 4.5:1 on every background', (name) => {
    expect(leastContrast(valueOf(name, mode), mode)).toBeGreaterThanOrEqual(4.5)
  })

  it('tells the colors of a scale apart', () => {
    const distances = SCALE.flatMap((name, index) =>
      SCALE.slice(index + 1).map((other) =>
        new Color(valueOf(name, mode)).deltaE(new Color(valueOf(other, mode)), '2000'),
      ),
    )
    expect(distances).toHaveLength(6)
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(14)
  })
})

it('has a light and a dark value for exactly the names that are understood', () => {
  expect([...VALUES.keys()]).toEqual(
    PALETTE.flatMap((name) => MODES.map((mode) => `--addon-${name}-${mode}`)),
  )
})

it.each(PALETTE)('finds %s as the custom properties that hold it', (name) => {
  const pair = findPaletteColor(name)
  expect(pair).toEqual({ light: `var(--addon-${name}-light)`, dark: `var(--addon-${name}-dark)` })
})

it('takes grey for gray', () => {
  expect(findPaletteColor('grey')).toEqual(findPaletteColor('gray'))
})

it.each(['', 'Red', 'reds', 'constructor', '__proto__', 'toString'])('has no color %j', (name) => {
  expect(findPaletteColor(name)).toBeUndefined()
})

it.each(listShades())('gives %s a partner that is legible on dark slides', (shade) => {
  const dark = findShade(shade)?.dark ?? ''
  const property = /^var\((.+)\)$/.exec(dark)?.[1]
  const value = property ? (VALUES.get(property) ?? '') : dark
  expect(leastContrast(value, 'dark')).toBeGreaterThanOrEqual(4.5)
})

function leastContrast(color: string, mode: 'light' | 'dark'): number {
  return Math.min(
    ...BACKGROUNDS[mode].map((background) =>
      new Color(background).contrast(new Color(color), 'WCAG21'),
    ),
  )
}

function valueOf(name: string, mode: 'light' | 'dark'): string {
  return VALUES.get(`--addon-${name}-${mode}`) ?? ''
}

/** Reads the custom properties of styles/palette.css. */
function readValues(): Map<string, string> {
  const css = readFileSync('addons/slidev-addon-addon/styles/palette.css', 'utf8')
  return new Map(
    Array.from(css.matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}
