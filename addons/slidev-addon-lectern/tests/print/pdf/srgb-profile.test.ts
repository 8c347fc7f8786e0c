import Color from 'colorjs.io'
import { describe, expect, it } from 'vitest'

import { createSrgbProfile } from '../../../print/pdf/srgb-profile.ts'

const PROFILE = Buffer.from(createSrgbProfile())

/** Returns the data of a tag of the profile. */
function tagOf(name: string): Buffer {
  const places = Array.from({ length: PROFILE.readUInt32BE(128) }, (_, index) => 132 + index * 12)
  const place = places.find((at) => PROFILE.toString('latin1', at, at + 4) === name) ?? 0
  const start = PROFILE.readUInt32BE(place + 4)
  return PROFILE.subarray(start, start + PROFILE.readUInt32BE(place + 8))
}

/** Returns numbers of a tag, from a byte on. */
function numbersOf(name: string, from: number): number[] {
  const tag = tagOf(name)
  return Array.from(
    { length: (tag.length - from) / 4 },
    (_, index) => tag.readInt32BE(from + index * 4) / 0x1_00_00,
  )
}

describe('the profile of sRGB', () => {
  it('says its length and what it is', () => {
    expect(PROFILE.readUInt32BE(0)).toBe(PROFILE.length)
    expect(PROFILE.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
    expect(PROFILE.toString('latin1', 36, 40)).toBe('acsp')
    expect(tagOf('desc').toString('latin1').replaceAll('\0', '')).toContain('sRGB')
  })

  it('starts each tag at a full word', () => {
    const starts = Array.from({ length: PROFILE.readUInt32BE(128) }, (_, index) =>
      PROFILE.readUInt32BE(136 + index * 12),
    )
    expect(starts.filter((start) => start % 4 !== 0)).toEqual([])
  })

  it.each([
    ['rXYZ', 'red'],
    ['gXYZ', 'lime'],
    ['bXYZ', 'blue'],
    ['wtpt', 'white'],
  ])('has the %s of the color %s', (tag, color) => {
    const expected = new Color(color).to('xyz-d50').coords
    for (const [index, value] of numbersOf(tag, 8).entries()) {
      expect(value).toBeCloseTo(expected[index] ?? NaN, 3)
    }
  })

  it('has primaries whose sum is exactly the white', () => {
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => numbersOf(tag, 8))
    const sum = red?.map((value, index) => value + (green?.[index] ?? 0) + (blue?.[index] ?? 0))
    for (const [index, value] of numbersOf('wtpt', 8).entries()) {
      expect(Math.abs((sum?.[index] ?? 0) - value)).toBeLessThan(2 / 0x1_00_00)
    }
  })

  it.each([0.01, 0.04, 0.05, 0.5, 1])('has the curve of sRGB at %d', (value) => {
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = numbersOf('gTRC', 12)
    const light = value >= d ? (a * value + b) ** g : c * value
    const expected = new Color('srgb', [value, value, value]).to('srgb-linear').coords[0]
    expect(light).toBeCloseTo(expected ?? NaN, 4)
  })
})
