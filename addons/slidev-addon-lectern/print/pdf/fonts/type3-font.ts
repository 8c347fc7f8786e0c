import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'

import { readStream } from '../content/streams.ts'
import { readFontText } from '../content/to-unicode.ts'
import { readName, readNumber, readString } from '../entries.ts'
import { listDifferences } from './differences.ts'
import { readGlyph } from './outline.ts'
import type { Glyph } from './outline.ts'

/** A Type 3 font whose glyphs are plain outlines. */
export interface OutlineFont {
  /** Objects of the file that it stands for. */
  refs: PDFRef[]
  family: string
  weight: number
  italicAngle: number
  /** In units of the font, downward where negative. */
  capHeight: number
  stemWidth: number
  /** Size of a unit in ems. */
  unit: number
  /** Glyphs by name, without the one for missing characters. */
  glyphs: Map<string, Glyph>
  missing: Glyph
  /** Names by code. */
  names: Map<number, string>
  /** Texts by code. */
  texts: Map<number, string>
}

/** Name of the glyph that Chromium gives to codes without one. */
const MISSING = 'g0'

/** Reads Type 3 fonts; a glyph that several have is read once. */
export class Type3Reader {
  readonly #glyphs = new Map<string, Glyph | undefined>()

  /** Reads a font. Returns `undefined` for one with glyphs that are no plain outlines. */
  read(ref: PDFRef, font: PDFDict): OutlineFont | undefined {
    const matrix = font.lookup(PDFName.of('FontMatrix'), PDFArray).asArray()
    const [unit = 0, slant = 0, skew = 0, height = 0] = matrix.map(toNumber)
    if (slant !== 0 || skew !== 0 || unit <= 0 || Math.abs(height) !== unit) {
      return undefined
    }
    const glyphs = this.#readGlyphs(font.lookup(PDFName.of('CharProcs'), PDFDict), height < 0)
    if (!glyphs) {
      return undefined
    }
    const missing = glyphs.get(MISSING) ?? { advance: 0, segments: [] }
    glyphs.delete(MISSING)
    const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    const numberOf = (key: string): number => (descriptor && readNumber(descriptor, key)) ?? 0
    return {
      refs: [ref],
      family: readFamily(font),
      weight: numberOf('FontWeight') || 400,
      italicAngle: numberOf('ItalicAngle'),
      capHeight: Math.abs(numberOf('CapHeight')),
      stemWidth: numberOf('StemV'),
      unit,
      glyphs,
      missing,
      names: readNames(font, glyphs),
      texts: new Map(readFontText(font).texts),
    }
  }

  #readGlyphs(procedures: PDFDict, isFlipped: boolean): Map<string, Glyph> | undefined {
    const glyphs = new Map<string, Glyph>()
    for (const [name, value] of procedures.entries()) {
      const stream = procedures.context.lookup(value)
      const glyph = stream instanceof PDFRawStream ? this.#readOnce(stream, isFlipped) : undefined
      if (!glyph) {
        return undefined
      }
      glyphs.set(name.decodeText(), glyph)
    }
    return glyphs
  }

  #readOnce(stream: PDFRawStream, isFlipped: boolean): Glyph | undefined {
    const key = `${isFlipped} ${Buffer.from(stream.contents).toString('latin1')}`
    if (!this.#glyphs.has(key)) {
      const procedure = Buffer.from(readStream(stream)).toString('latin1')
      this.#glyphs.set(key, readGlyph(procedure, isFlipped))
    }
    return this.#glyphs.get(key)
  }
}

/** Reads which codes have a glyph. */
function readNames(font: PDFDict, glyphs: ReadonlyMap<string, Glyph>): Map<number, string> {
  return new Map(listDifferences(font)?.filter(([, name]) => glyphs.has(name)))
}

/** Returns the name of a font's family; that of the font where it has none. */
export function readFamily(font: PDFDict): string {
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const family = descriptor && readString(descriptor, 'FontFamily')
  const name = descriptor && readName(descriptor, 'FontName')
  return family ?? name?.replace(/^[A-Z]{6}\+/, '') ?? 'Font'
}

/** Lists the objects that only a Type 3 font needs. */
export function listParts(font: PDFDict): PDFObject[] {
  const own = ['CharProcs', 'Encoding', 'FontDescriptor', 'Resources', 'ToUnicode', 'Widths']
  return [
    ...own.flatMap((key) => font.get(PDFName.of(key)) ?? []),
    ...font.lookup(PDFName.of('CharProcs'), PDFDict).values(),
  ]
}

function toNumber(object: PDFObject | undefined): number {
  return object instanceof PDFNumber ? object.asNumber() : 0
}
