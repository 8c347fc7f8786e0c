import { encodeInteger, twoBytes } from './charstring.ts'

/** A font to write. */
export interface CffFont {
  /** PostScript name. */
  name: string
  /** Size of a unit in ems. */
  unit: number
  /** Left, bottom, right and top of all glyphs, in units. */
  bounds: readonly number[]
  /** Charstrings by name, without the first one. */
  glyphs: ReadonlyMap<string, Uint8Array>
  /** Charstring of what stands for a missing character. */
  missing: Uint8Array
}

/** Number of strings that every CFF font knows; the font's own follow. */
const STANDARD_STRINGS = 391

/** Operators of dictionaries. */
const KEYS = {
  FontBBox: [5],
  charset: [15],
  CharStrings: [17],
  Private: [18],
  defaultWidthX: [20],
  nominalWidthX: [21],
  FontMatrix: [12, 7],
} as const

/**
 * Writes a font in the Compact Font Format, without hints.
 *
 * @see Adobe Technical Note 5176, The Compact Font Format Specification
 */
export function writeCff({ name, unit, bounds, glyphs, missing }: CffFont): Uint8Array {
  const names = [...glyphs.keys()]
  const header = [1, 0, 4, 4]
  const strings = writeIndex(names.map((each) => Buffer.from(each, 'latin1')))
  const nameIndex = writeIndex([Buffer.from(name, 'latin1')])
  const noSubroutines = [0, 0]
  const charset = [0, ...names.flatMap((_, index) => twoBytes(STANDARD_STRINGS + index))]
  const charstrings = writeIndex([missing, ...glyphs.values()])
  const privateDict = [...entry('defaultWidthX', [0]), ...entry('nominalWidthX', [0])]

  const toTop = (at: number): number[] => [
    ...entry('FontBBox', bounds),
    ...[unit, 0, 0, unit, 0, 0].flatMap(encodeReal),
    ...KEYS.FontMatrix,
    ...encodeOffset(at),
    ...KEYS.charset,
    ...encodeOffset(at + charset.length),
    ...KEYS.CharStrings,
    ...encodeOffset(privateDict.length),
    ...encodeOffset(at + charset.length + charstrings.length),
    ...KEYS.Private,
  ]
  // Offsets take the same number of bytes whatever they are.
  const topLength = writeIndex([Uint8Array.from(toTop(0))]).length
  const dataStart =
    header.length + nameIndex.length + topLength + strings.length + noSubroutines.length
  return Buffer.concat([
    Uint8Array.from(header),
    nameIndex,
    writeIndex([Uint8Array.from(toTop(dataStart))]),
    strings,
    Uint8Array.from([...noSubroutines, ...charset]),
    charstrings,
    Uint8Array.from(privateDict),
  ])
}

/** Returns byte strings with a table of their offsets before them. */
function writeIndex(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) {
    return Uint8Array.from([0, 0])
  }
  let offset = 1
  const offsets = [offset, ...items.map((item) => (offset += item.length))]
  const head = [...twoBytes(items.length), 4, ...offsets.flatMap(fourBytes)]
  return Buffer.concat([Uint8Array.from(head), ...items])
}

function entry(key: keyof typeof KEYS, values: readonly number[]): number[] {
  return [...values.flatMap(encodeInteger), ...KEYS[key]]
}

function encodeOffset(value: number): number[] {
  return [29, ...fourBytes(value)]
}

function fourBytes(value: number): number[] {
  return [...twoBytes(Math.floor(value / 65_536)), ...twoBytes(value % 65_536)]
}

/** Half bytes of the characters of a number: digits stand for themselves. */
const NIBBLES: Readonly<Record<string, string>> = { '.': 'a', E: 'b', '-': 'e' }

/** Encodes a number that is not whole, in half bytes that end with `f`. */
function encodeReal(value: number): number[] {
  const text = String(value).toUpperCase().replace('E-', 'C')
  const nibbles = text.replace(/[.E-]/g, (character) => NIBBLES[character] ?? '').toLowerCase()
  const padded = nibbles.length % 2 === 0 ? `${nibbles}ff` : `${nibbles}f`
  return [30, ...Buffer.from(padded, 'hex')]
}
