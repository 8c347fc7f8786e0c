import cssColors from 'color-name'
import Color from 'colorjs.io'
import { distance } from 'fastest-levenshtein'

import { findPaletteColor, PALETTE } from './palette.ts'
import type { ColorPair } from './palette.ts'
import { findShade, listShades } from './shades.ts'

const HEX_RE = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/
const FUNCTION_RE = /^(?:rgba?|hsla?|oklch)\([\d\s.,%/+-]+(?:deg|rad|grad|turn)?[\d\s.,%/+-]*\)$/

/** No color is longer; also bounds the search for a suggestion. */
const LONGEST_VALUE = 64

/** A deck's own colors, by name in lower case. */
export type ColorTable = ReadonlyMap<string, ColorPair>

const NO_COLORS: ColorTable = new Map()

/**
 * Finds the color of a span's value, in this order: the deck's own, palette name, CSS color name,
 * `#hex`, `rgb()`, `hsl()`, `oklch()`, Tailwind or UnoCSS shade. Letter case does not matter.
 *
 * @param value - The value as typed, without quotes.
 * @param own - The deck's own colors.
 * @returns A CSS color for light slides and one for dark slides, safe in a style attribute;
 *   `undefined` when the value is not understood.
 */
export function resolveColor(value: string, own = NO_COLORS): ColorPair | undefined {
  if (value.length > LONGEST_VALUE) {
    return undefined
  }
  const name = value.toLowerCase()
  return own.get(name) ?? findPaletteColor(name) ?? readCssColor(name) ?? findShade(name)
}

/**
 * Finds the known color name nearest to a value that is not understood.
 *
 * @returns `undefined` when no name is near enough.
 */
export function suggestColor(value: string, own = NO_COLORS): string | undefined {
  const typed = value.toLowerCase().slice(0, LONGEST_VALUE)
  const plain = typed.replace('grey', 'gray').replace('-', '')
  const names = [...PALETTE, ...listShades(), ...Object.keys(cssColors)]
  return findNearestName(typed, own.keys()) ?? findNearestName(plain, names)
}

/**
 * Finds the name that differs from a misspelled one by the fewest letters, the first of equals.
 *
 * @param typed - In lower case.
 * @param names - The likelier ones first.
 * @returns `undefined` when more than a third of the letters differ, or more than two of a short name.
 */
export function findNearestName(typed: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1
  for (const name of names) {
    // Names differ by at least as many letters as their lengths do.
    const isNear = Math.abs(name.length - typed.length) < least
    const steps = isNear ? distance(typed, name) : least
    if (steps < least) {
      best = name
      least = steps
    }
  }
  return best
}

/** Reads a color as CSS writes it, the same for light and dark slides. */
function readCssColor(value: string): ColorPair | undefined {
  const isColor =
    Object.hasOwn(cssColors, value) ||
    HEX_RE.test(value) ||
    (FUNCTION_RE.test(value) && Color.try(value) !== null)
  return isColor ? { light: value, dark: value } : undefined
}
