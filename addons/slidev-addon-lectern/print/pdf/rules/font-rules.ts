import { PDFArray, PDFDict, PDFName } from 'pdf-lib'

import { readName, readString } from '../entries.ts'
import { listDifferences } from '../fonts/differences.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { REPORT } from './report.ts'
import type { UsedFont } from './used-fonts.ts'

/*
 * Not checked, because it takes a reader of font files: whether a file has each glyph that is shown (7.21.4.1-2), whether
 * its widths agree (7.21.5-1), and the character maps of TrueType files (7.21.6). Chromium writes the files of static
 * fonts, and `fonts/` those of variable ones, whose widths and names come from the same glyphs.
 */

const FIX_FONT = 'Use characters that a font of the deck has, or bundle one that has them.'

/** Every font is in the file. */
export function findMissingFonts({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.fonts).flatMap(([font, { page }]) => {
    const descriptor = describeFont(font)
    const hasFile = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
      descriptor?.has(PDFName.of(key)),
    )
    return readName(font, 'Subtype') === 'Type3' || hasFile
      ? []
      : [
          {
            clause: '7.21.4.1-1',
            page,
            seen: `the font ${nameOf(font)} is not embedded`,
            fix: FIX_FONT,
          },
        ]
  })
}

/** Every character that is shown has a text, and a true one. */
export function findTextlessCharacters({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.fonts).flatMap(([font, used]) => {
    // A missing character has another rule.
    const isMissing = createMissingTest(font)
    const missing = firstPage(used, (text, code) => text === undefined && !isMissing(code))
    const wrong = firstPage(used, (text) => text !== undefined && /[\0\uFEFF\uFFFE]/.test(text))
    const seen = `a character of the font ${nameOf(font)}`
    return [
      ...(missing === undefined
        ? []
        : [{ clause: '7.21.7-1', page: missing, seen: `${seen} has no text`, fix: FIX_FONT }]),
      ...(wrong === undefined
        ? []
        : [{ clause: '7.21.7-2', page: wrong, seen: `${seen} has a false text`, fix: FIX_FONT }]),
    ]
  })
}

/** Number of the rule that no character is shown which its font does not have. */
export const MISSING_GLYPH = '7.21.8-1'

/** No character is shown that its font does not have. */
export function findMissingGlyphs({ content }: CheckedFile): PdfUaFault[] {
  const pages = Array.from(content.fonts).flatMap(([font, { codes }]) => {
    const isMissing = createMissingTest(font)
    return [...codes].find(([code]) => isMissing(code))?.[1] ?? []
  })
  return Array.from(new Set(pages), (page) => ({
    clause: MISSING_GLYPH,
    page,
    seen: 'a character is shown that no font has',
    fix: FIX_FONT,
  }))
}

/** Fonts of numbered glyphs tell how the numbers are those of the file. */
export function findUnmappedFonts({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.fonts).flatMap(([font, { page }]) => {
    const inner = descend(font)
    const isUnmapped =
      inner !== undefined &&
      readName(inner, 'Subtype') === 'CIDFontType2' &&
      !inner.has(PDFName.of('CIDToGIDMap'))
    return isUnmapped
      ? [
          {
            clause: '7.21.3.2-1',
            page,
            seen: `the font ${nameOf(font)} maps no glyphs`,
            fix: REPORT,
          },
        ]
      : []
  })
}

/** Fonts of numbered glyphs have a map of codes that every reader knows. */
export function findUnknownCodeMaps({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.fonts).flatMap(([font, { page }]) => {
    const map = readName(font, 'Encoding')
    return readName(font, 'Subtype') === 'Type0' && map !== 'Identity-H' && map !== 'Identity-V'
      ? [
          {
            clause: '7.21.3.3-1',
            page,
            seen: `the font ${nameOf(font)} has codes of its own`,
            fix: REPORT,
          },
        ]
      : []
  })
}

function firstPage(
  { codes, texts }: UsedFont,
  isWrong: (text: string | undefined, code: number) => boolean,
): number | undefined {
  return [...codes].find(([code]) => isWrong(texts.get(code), code))?.[1]
}

/** Returns a test for codes of a font that stand for no glyph of it. */
function createMissingTest(font: PDFDict): (code: number) => boolean {
  // Fonts of two bytes a code number their glyphs, from the one for missing characters on.
  return readName(font, 'Subtype') === 'Type0' ? (code) => code === 0 : createEncodingTest(font)
}

/** Returns a test for codes of a font with one byte a code that stand for no glyph of it. */
function createEncodingTest(font: PDFDict): (code: number) => boolean {
  const differences = listDifferences(font)
  if (!differences) {
    return () => false
  }
  const encoding = font.lookupMaybe(PDFName.of('Encoding'), PDFDict)
  const hasBase = encoding?.has(PDFName.of('BaseEncoding')) === true
  const named = new Set(differences.map(([code]) => code))
  const missing = new Set(
    differences.filter(([, name]) => ['.notdef', 'g0'].includes(name)).map(([code]) => code),
  )
  return (code) => missing.has(code) || !(hasBase || named.has(code))
}

function descend(font: PDFDict): PDFDict | undefined {
  return font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
}

function describeFont(font: PDFDict): PDFDict | undefined {
  return (descend(font) ?? font).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
}

function nameOf(font: PDFDict): string {
  const descriptor = describeFont(font)
  const family =
    descriptor && (readString(descriptor, 'FontFamily') ?? readName(descriptor, 'FontName'))
  return (readName(font, 'BaseFont') ?? family ?? 'without a name').replace(/^[A-Z]{6}\+/, '')
}
