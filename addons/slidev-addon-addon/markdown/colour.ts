import cssColours from 'color-name'
import Color from 'colorjs.io'

import { findNearestName } from './nearest-name.ts'
import { findPaletteColour, PALETTE } from './palette.ts'
import type { ColourPair } from './palette.ts'
import { findShade, listShades } from './shades.ts'

const HEX_RE = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/
const FUNCTION_RE = /^(?:rgba?|hsla?|oklch)\([\d\s.,%/+-]+(?:deg|rad|grad|turn)?[\d\s.,%/+-]*\)$/
/** All names a misspelt one can have meant, the likelier ones first. */
const NAMES: readonly string[] = [...PALETTE, ...listShades(), ...Object.keys(cssColours)]

/** A longer value is no colour; also bounds the search for a suggestion. */
const LONGEST_VALUE = 64

/** A deck's own colours, by name in lower case. */
export type ColourTable = ReadonlyMap<string, ColourPair>

const NO_COLOURS: ColourTable = new Map()

/**
 * The colour a span's value means, in this order: the deck's own, palette name, CSS colour name,
 * `#hex`, `rgb()`, `hsl()`, `oklch()`, Tailwind or UnoCSS shade. Letter case does not matter.
 *
 * @param value - The value as typed, without quotes.
 * @param own - The deck's own colours.
 * @returns A CSS colour for light slides and one for dark slides, safe to put into a style
 *   attribute; `undefined` when the value is not understood.
 */
export function resolveColour(value: string, own = NO_COLOURS): ColourPair | undefined {
  if (value.length > LONGEST_VALUE) {
    return undefined
  }
  const name = value.toLowerCase()
  return own.get(name) ?? findPaletteColour(name) ?? readCssColour(name) ?? findShade(name)
}

/**
 * The known name nearest to a value that is not understood.
 *
 * @returns `undefined` where nothing is near enough to be meant.
 */
export function suggestColour(value: string, own = NO_COLOURS): string | undefined {
  const typed = value.toLowerCase().slice(0, LONGEST_VALUE)
  const plain = typed.replace('grey', 'gray').replace('-', '')
  return findNearestName(typed, own.keys()) ?? findNearestName(plain, NAMES)
}

/** A colour as CSS writes it, the same for both modes. */
function readCssColour(value: string): ColourPair | undefined {
  const isColour =
    Object.hasOwn(cssColours, value) ||
    HEX_RE.test(value) ||
    (FUNCTION_RE.test(value) && parses(value))
  return isColour ? { light: value, dark: value } : undefined
}

function parses(value: string): boolean {
  return Color.try(value) !== null
}
