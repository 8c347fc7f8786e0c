import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { PDFHexString, PDFString } from 'pdf-lib'
import type { PDFContext, PDFRef } from 'pdf-lib'

/** A font in a PDF. */
export interface EmbeddedFont {
  ref: PDFRef
  /** Returns the codes of a text, as a string of a content stream. */
  encode: (text: string) => string
}

const FILE = 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'

/** Characters that the PDF tells the text of. */
const CHARACTERS = [...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)), '•']

/** Embeds a font as Chromium does: two bytes a code, which are the number of the glyph. */
export function embedLiberationSans(context: PDFContext): EmbeddedFont {
  const file = readFileSync(createRequire(import.meta.url).resolve(FILE))
  const glyphOf = createGlyphMap(file)
  const widthOf = createWidths(file)
  const name = 'LiberationSans'
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    FontFamily: PDFString.of('Liberation Sans'),
    Flags: 4,
    FontBBox: [-544, -303, 1302, 980],
    ItalicAngle: 0,
    Ascent: 905,
    Descent: -212,
    CapHeight: 729,
    StemV: 80,
    FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
  })
  const inner = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0,
    },
    FontDescriptor: context.register(descriptor),
    CIDToGIDMap: 'Identity',
    W: CHARACTERS.map(glyphOf).flatMap((glyph) => [glyph, [widthOf(glyph)]]),
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(inner)],
    ToUnicode: context.register(context.stream(renderCodeMap(glyphOf))),
  })
  const encode = (text: string): string =>
    `<${Array.from(text, (each) => toHex(glyphOf(each))).join('')}>`
  return { ref: context.register(font), encode }
}

function renderCodeMap(glyphOf: (character: string) => number): string {
  const lines = CHARACTERS.map(
    (each) => `<${toHex(glyphOf(each))}> ${PDFHexString.of(toHex(each.charCodeAt(0))).toString()}`,
  )
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${lines.length} beginbfchar
${lines.join('\n')}
endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end`
}

function toHex(code: number): string {
  return code.toString(16).padStart(4, '0')
}

/** Returns the offset of a table of a TrueType file. */
function findTable(file: Buffer, tag: string): number {
  const count = file.readUInt16BE(4)
  const records = Array.from({ length: count }, (_, index) => 12 + 16 * index)
  const record = records.find((at) => file.toString('latin1', at, at + 4) === tag) ?? 0
  return file.readUInt32BE(record + 8)
}

/** Reads the character map of Windows, whose segments (format 4) hold codes in a row. */
function createGlyphMap(file: Buffer): (character: string) => number {
  const table = findTable(file, 'cmap')
  const records = Array.from(
    { length: file.readUInt16BE(table + 2) },
    (_, at) => table + 4 + 8 * at,
  )
  const record = records.find((at) => file.readUInt32BE(at) === 0x0003_0001) ?? 0
  const map = table + file.readUInt32BE(record + 4)
  const size = file.readUInt16BE(map + 6)
  const read = (part: number, segment: number): number =>
    file.readUInt16BE(map + 14 + part * size + (part > 0 ? 2 : 0) + 2 * segment)
  return (character) => {
    const code = character.charCodeAt(0)
    const segments = Array.from({ length: size / 2 }, (_, segment) => segment)
    const segment = segments.find((each) => read(0, each) >= code) ?? 0
    const [first, shift, offset] = [read(1, segment), read(2, segment), read(3, segment)]
    const place = map + 16 + 3 * size + 2 * segment + offset + 2 * (code - first)
    const glyph = offset === 0 ? code : file.readUInt16BE(place)
    return (glyph + shift) % 0x1_0000
  }
}

/** Reads how wide glyphs are, in thousandths of the font size. */
function createWidths(file: Buffer): (glyph: number) => number {
  const unitsPerEm = file.readUInt16BE(findTable(file, 'head') + 18)
  const table = findTable(file, 'hmtx')
  return (glyph) => Math.round((1000 * file.readUInt16BE(table + 4 * glyph)) / unitsPerEm)
}
