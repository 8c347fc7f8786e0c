import { PDFDict, PDFName, PDFRef, PDFString } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'

import { packStream } from '../content/streams.ts'
import { replaceReferences } from '../replace-references.ts'
import { toCharstring } from './charstring.ts'
import { nameFont } from './font-name.ts'
import { mergeFonts } from './merge-fonts.ts'
import { boundsOf } from './outline.ts'
import { listParts, readFamily, Type3Reader } from './type3-font.ts'
import type { OutlineFont } from './type3-font.ts'
import { writeCff } from './write-cff.ts'
import { writeCodeMap } from './write-code-map.ts'

/**
 * Turns the Type 3 fonts of a PDF into CFF fonts. Chromium writes every instance of a variable font so; viewers draw
 * such fonts without smoothing of their own, and cannot name them. A font with colors stays: PDF has no other kind for
 * it.
 *
 * @returns Names of the families that stay Type 3.
 */
export async function replaceType3Fonts(pdf: PDFDocument): Promise<string[]> {
  const { context } = pdf
  const reader = new Type3Reader()
  const fonts: OutlineFont[] = []
  const left: string[] = []
  const parts = new Set<PDFObject>()
  const kept = new Set<PDFObject>()
  for (const [ref, font] of context.enumerateIndirectObjects()) {
    if (font instanceof PDFDict && font.get(PDFName.of('Subtype')) === PDFName.of('Type3')) {
      const outlines = reader.read(ref, font)
      if (outlines) {
        fonts.push(outlines)
      } else {
        left.push(readFamily(font))
      }
      listParts(font).forEach((part) => (outlines ? parts : kept).add(part))
    }
  }
  const replaced = new Map<PDFRef, PDFRef>()
  const merged = mergeFonts(fonts)
  await Promise.all(
    merged.map(async (font, index) => {
      const [first, ...others] = font.refs
      const created = await createFont(context, font, index)
      if (first) {
        context.assign(first, created)
        others.forEach((other) => replaced.set(other, first))
      }
    }),
  )
  replaceReferences(pdf, replaced)
  for (const part of parts) {
    if (part instanceof PDFRef && !kept.has(part)) {
      context.delete(part)
    }
  }
  return left
}

async function createFont(context: PDFContext, font: OutlineFont, index: number): Promise<PDFDict> {
  const { family, weight, italicAngle, unit, glyphs, missing, names, texts } = font
  const name = nameFont(index, family, weight, italicAngle !== 0)
  const codes = [...names.keys()].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [codes[0], codes.at(-1)]
  const advances = Array.from({ length: last - first + 1 }, (_, at) => {
    const glyph = glyphs.get(names.get(first + at) ?? '') ?? missing
    return round(glyph.advance * unit * 1000)
  })
  const differences = codes.flatMap((code) => [code, PDFName.of(names.get(code) ?? '')])
  const bounds = boundsOf([missing, ...glyphs.values()])
  const charstrings = new Map([...glyphs].map(([each, glyph]) => [each, toCharstring(glyph)]))
  const cff = { name, unit, bounds, glyphs: charstrings, missing: toCharstring(missing) }
  const [file, codeMap] = await Promise.all([
    packStream(context, writeCff(cff)),
    packStream(context, writeCodeMap(texts)),
  ])
  file.dict.set(PDFName.of('Subtype'), PDFName.of('Type1C'))
  const descriptor = createDescriptor(context, font, name, bounds)
  descriptor.set(PDFName.of('FontFile3'), context.register(file))
  return context.obj({
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: name,
    FirstChar: first,
    LastChar: last,
    Widths: advances,
    Encoding: { Type: 'Encoding', Differences: differences },
    FontDescriptor: context.register(descriptor),
    ToUnicode: context.register(codeMap),
  })
}

/** Flag of a font with glyphs of its own names. */
const SYMBOLIC = 4

/** @param bounds - Left, bottom, right and top in units of the font. */
function createDescriptor(
  context: PDFContext,
  { family, italicAngle, capHeight, stemWidth, unit }: OutlineFont,
  name: string,
  bounds: readonly number[],
): PDFDict {
  const toThousandths = (value: number): number => round(value * unit * 1000)
  const [, bottom = 0, , top = 0] = bounds
  return context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    FontFamily: PDFString.of(family),
    Flags: SYMBOLIC,
    FontBBox: bounds.map(toThousandths),
    ItalicAngle: italicAngle,
    Ascent: toThousandths(top),
    Descent: toThousandths(bottom),
    CapHeight: toThousandths(capHeight > 0 ? capHeight : top),
    StemV: toThousandths(stemWidth),
  })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
