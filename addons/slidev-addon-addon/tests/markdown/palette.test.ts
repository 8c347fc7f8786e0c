import { readFileSync } from 'node:fs'

import Color from 'colorjs.io'
import { describe, expect, it } from 'vitest'

import { findPaletteColour, PALETTE } from '../../markdown/palette.ts'
import { findShade, listShades } from '../../markdown/shades.ts'

/** White and the pale panel; Slidev's dark slide and the deck's, its panels and its dark layout. */
const GROUNDS = {
  light: ['#ffffff', '#eff6fa'],
  dark: ['#121212', '#0b1a22', '#12303f', '#09384f'],
}
const MODES = ['light', 'dark'] as const
const SCALE = ['green', 'lime', 'yellow', 'orange']

const VALUES = readValues()

describe.each(MODES)('in %s mode', (mode) => {
  it.each(PALETTE)('%s is legible on every ground, by 4.5:1', (name) => {
    expect(leastContrast(valueOf(name, mode), mode)).toBeGreaterThanOrEqual(4.5)
  })

  it('tells the colours of a scale apart', () => {
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
  const pair = findPaletteColour(name)
  expect(pair).toEqual({ light: `var(--addon-${name}-light)`, dark: `var(--addon-${name}-dark)` })
})

it('takes grey for gray', () => {
  expect(findPaletteColour('grey')).toEqual(findPaletteColour('gray'))
})

it.each(['', 'Red', 'reds', 'constructor', '__proto__', 'toString'])('has no colour %j', (name) => {
  expect(findPaletteColour(name)).toBeUndefined()
})

it.each(listShades())('gives %s a partner that is legible on dark slides', (shade) => {
  const dark = findShade(shade)?.dark ?? ''
  const property = /^var\((.+)\)$/.exec(dark)?.[1]
  const value = property ? (VALUES.get(property) ?? '') : dark
  expect(leastContrast(value, 'dark')).toBeGreaterThanOrEqual(4.5)
})

function leastContrast(colour: string, mode: 'light' | 'dark'): number {
  return Math.min(
    ...GROUNDS[mode].map((ground) => new Color(ground).contrast(new Color(colour), 'WCAG21')),
  )
}

function valueOf(name: string, mode: 'light' | 'dark'): string {
  return VALUES.get(`--addon-${name}-${mode}`) ?? ''
}

/** The custom properties of styles/palette.css. */
function readValues(): Map<string, string> {
  const css = readFileSync('addons/slidev-addon-addon/styles/palette.css', 'utf8')
  return new Map(
    Array.from(css.matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}
