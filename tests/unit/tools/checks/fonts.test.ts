// @vitest-environment node
import { describe, expect, it } from 'vitest'

import { isFallback, namesFonts } from '../../../../tools/checks/fonts.ts'

describe('namesFonts', () => {
  it.each([
    ['Inter, sans-serif'],
    ['"Noto Sans TC", sans-serif'],
    ["'JetBrains Mono'"],
    ['Georgia, serif'],
    ['"Serif Gothic", serif'],
  ])('says yes of %s', (fontFamily) => {
    expect(namesFonts(fontFamily)).toBe(true)
  })

  it.each([
    ['sans-serif'],
    ['serif, Georgia'],
    ['monospace'],
    ['ui-sans-serif, system-ui, Inter'],
    ['system-ui'],
    ['-apple-system, BlinkMacSystemFont, "Segoe UI"'],
    ['Sans-Serif'],
  ])('says no of %s, for which any font is right', (fontFamily) => {
    expect(namesFonts(fontFamily)).toBe(false)
  })
})

describe('isFallback', () => {
  it.each([
    ['a declared family', 'Inter', false, 'Inter, sans-serif', false],
    ['the second declared family', 'Noto Sans TC', false, 'Inter, "Noto Sans TC"', false],
    ['a declared family in another case', 'inter', false, "'INTER'", false],
    ['a font that the deck brings along under another name', 'Inter Display', true, 'Inter', false],
    ['an emoji font', 'Noto Color Emoji', false, 'Inter', false],
    ['a font of the machine', 'DejaVu Sans', false, 'Inter, sans-serif', true],
    ['a font whose name only begins alike', 'Inter Tight', false, 'Inter', true],
  ])('takes %s for what it is', (_what, familyName, isCustomFont, fontFamily, expected) => {
    expect(isFallback({ familyName, isCustomFont, glyphCount: 1 }, fontFamily)).toBe(expected)
  })
})
