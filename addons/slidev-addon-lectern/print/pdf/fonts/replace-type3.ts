import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import { packStream, readStream } from '../content/streams.ts'
import { toCharstring } from './charstring.ts'
import { nameFont } from './font-name.ts'
import { boundsOf, readGlyph } from './outline.ts'
import type { Glyph } from './outline.ts'
import { writeCff } from './write-cff.ts'

/** A Type 3 font whose glyphs are plain outlines. */
interface OutlineFont {
  /** Size of a unit in ems. */
  unit: number
  /** Glyphs by name; the first one of the file is not among them. */
  glyphs: ReadonlyMap<string, Glyph>
  missing: Glyph
  /** Names by code. */
  names: ReadonlyMap<number, string>
}

/** Name of the glyph that Chromium gives to codes without one. */
const MISSING = 'g0'

/**
 * Turns the Type 3 fonts of a PDF into CFF fonts. Chromium writes every instance of a variable font so; viewers draw
 * such fonts without smoothing of their own, and cannot name them. A font with colors stays: PDF has no other kind for
 * it.
 *
 * @returns Names of the families that stay Type 3.
 */
export async function replaceType3Fonts(pdf: PDFDocument): Promise<string[]> {
  const { context } = pdf
  const left: string[] = []
  const replaced: PDFObject[] = []
  const kept = new Set<PDFObject>()
  const creating: Promise<void>[] = []
  let count = 0
  for (const [ref, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(PDFName.of('Subtype')) !== PDFName.of('Type3')) {
      continue
    }
    const outlines = readOutlines(font)
    const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    if (outlines) {
      const name = nameOf(descriptor, count)
      creating.push(
        createFont(pdf, font, outlines, name).then((created) => context.assign(ref, created)),
      )
      count += 1
      replaced.push(...listParts(font))
    } else {
      left.push(readFamily(descriptor))
      listParts(font).forEach((part) => kept.add(part))
    }
  }
  await Promise.all(creating)
  for (const part of replaced) {
    if (part instanceof PDFRef && !kept.has(part)) {
      context.delete(part)
    }
  }
  return left
}

function readOutlines(font: PDFDict): OutlineFont | undefined {
  const matrix = font.lookup(PDFName.of('FontMatrix'), PDFArray).asArray()
  const [unit = 0, slant = 0, skew = 0, height = 0] = matrix.map(toNumber)
  const procedures = font.lookup(PDFName.of('CharProcs'), PDFDict)
  if (slant !== 0 || skew !== 0 || unit <= 0 || Math.abs(height) !== unit) {
    return undefined
  }
  const glyphs = new Map<string, Glyph>()
  for (const [name] of procedures.entries()) {
    const procedure = Buffer.from(readStream(procedures.lookup(name, PDFStream)))
    const glyph = readGlyph(procedure.toString('latin1'), height < 0)
    if (!glyph) {
      return undefined
    }
    glyphs.set(name.decodeText(), glyph)
  }
  const missing = glyphs.get(MISSING) ?? { advance: 0, segments: [] }
  glyphs.delete(MISSING)
  return { unit, glyphs, missing, names: readNames(font, glyphs) }
}

/** Reads which codes have a glyph. */
function readNames(font: PDFDict, glyphs: ReadonlyMap<string, Glyph>): Map<number, string> {
  const names = new Map<number, string>()
  const differences = font
    .lookup(PDFName.of('Encoding'), PDFDict)
    .lookup(PDFName.of('Differences'), PDFArray)
  let code = 0
  for (const entry of differences.asArray()) {
    if (entry instanceof PDFNumber) {
      code = entry.asNumber()
    } else if (entry instanceof PDFName) {
      const name = entry.decodeText()
      if (glyphs.has(name)) {
        names.set(code, name)
      }
      code += 1
    }
  }
  return names
}

async function createFont(
  { context }: PDFDocument,
  font: PDFDict,
  { unit, glyphs, missing, names }: OutlineFont,
  name: string,
): Promise<PDFDict> {
  const codes = [...names.keys()].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [codes[0], codes.at(-1)]
  const advances = Array.from({ length: last - first + 1 }, (_, index) => {
    const glyph = glyphs.get(names.get(first + index) ?? '') ?? missing
    return round(glyph.advance * unit * 1000)
  })
  const differences = codes.flatMap((code) => [code, PDFName.of(names.get(code) ?? MISSING)])
  const bounds = boundsOf([missing, ...glyphs.values()])
  const charstrings = new Map([...glyphs].map(([each, glyph]) => [each, toCharstring(glyph)]))
  const cff = writeCff({
    name,
    unit,
    bounds,
    glyphs: charstrings,
    missing: toCharstring(missing),
  })
  const file = await packStream(context, cff)
  file.dict.set(PDFName.of('Subtype'), PDFName.of('Type1C'))
  const descriptor = createDescriptor(
    font,
    name,
    bounds.map((each) => round(each * unit * 1000)),
  )
  descriptor.set(PDFName.of('FontFile3'), context.register(file))
  const toUnicode = font.get(PDFName.of('ToUnicode'))
  return context.obj({
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: name,
    FirstChar: first,
    LastChar: last,
    Widths: advances,
    Encoding: { Type: 'Encoding', Differences: differences },
    FontDescriptor: context.register(descriptor),
    ...(toUnicode ? { ToUnicode: toUnicode } : {}),
  })
}

/** Flag of a font with glyphs of its own names. */
const SYMBOLIC = 4

/** @param bounds - Left, bottom, right and top in thousandths of an em. */
function createDescriptor(font: PDFDict, name: string, bounds: readonly number[]): PDFDict {
  const known = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const [unit = 0] = font.lookup(PDFName.of('FontMatrix'), PDFArray).asArray().map(toNumber)
  const [, bottom = 0, , top = 0] = bounds
  const capHeight = Math.abs(toNumber(known?.lookup(PDFName.of('CapHeight')))) * unit * 1000
  const descriptor = font.context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    FontFamily: PDFString.of(readFamily(known)),
    Flags: SYMBOLIC,
    FontBBox: [...bounds],
    ItalicAngle: toNumber(known?.lookup(PDFName.of('ItalicAngle'))),
    Ascent: top,
    Descent: bottom,
    CapHeight: capHeight > 0 ? round(capHeight) : top,
    StemV: round(toNumber(known?.lookup(PDFName.of('StemV'))) * unit * 1000),
  })
  return descriptor
}

function nameOf(descriptor: PDFDict | undefined, index: number): string {
  const weight = toNumber(descriptor?.lookup(PDFName.of('FontWeight'))) || 400
  const isItalic = toNumber(descriptor?.lookup(PDFName.of('ItalicAngle'))) !== 0
  return nameFont(index, readFamily(descriptor), weight, isItalic)
}

/** Returns the name of a font's family; that of the font where it has none. */
function readFamily(descriptor: PDFDict | undefined): string {
  const family = descriptor?.lookup(PDFName.of('FontFamily'))
  if (family instanceof PDFString || family instanceof PDFHexString) {
    return family.decodeText()
  }
  const name = descriptor?.lookup(PDFName.of('FontName'))
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : 'Font'
}

/** Lists the objects that only a Type 3 font needs. */
function listParts(font: PDFDict): PDFObject[] {
  const procedures = font.get(PDFName.of('CharProcs'))
  const own = ['CharProcs', 'Encoding', 'FontDescriptor', 'Resources', 'FontMatrix', 'Widths']
  return [
    ...own.flatMap((key) => font.get(PDFName.of(key)) ?? []),
    ...(font.context.lookup(procedures, PDFDict)?.values() ?? []),
  ]
}

function toNumber(object: PDFObject | undefined): number {
  return object instanceof PDFNumber ? object.asNumber() : 0
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
