import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { PDFRef } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'

import { replaceType3Fonts } from '../../../../print/pdf/fonts/replace-type3.ts'

/** Glyphs as Chromium writes them: y is downward, and the first one stands for missing characters. */
const GLYPHS = {
  g0: '500 0 0 -700 500 0 d1\n0 0 m\n500 0 l\n500 -700 l\n0 -700 l\n0 0 l\nh\nf',
  g1: '250 0 0 0 0 0 d1\n',
  // A ring: a curve around, and a hole.
  g2: '600.5 0 50 -700 550 20 d1\n50 -350 m\n50 -900 550.3 -900 550 -350 c\n550 200 50 200 50 -350 c\nh\n200 -300 200 100 re\nf',
}

const CODE_MAP = `1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <01> <0020> <02> <004F> endbfchar`

interface Type3 {
  glyphs?: Readonly<Record<string, string>>
  matrix?: number[]
  family?: string
  weight?: number
  italicAngle?: number
}

/** Creates a PDF whose page shows the codes 2, 1 and 2 in a Type 3 font. */
async function createPdf(fonts: readonly Type3[] = [{}]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const { context } = pdf
  const page = pdf.addPage([200, 100])
  const refs = fonts.map((font) => context.register(createType3(pdf, font)))
  const names = refs.map((ref, index) => [`F${index}`, ref] as const)
  page.node.set(PDFName.of('Resources'), context.obj({ Font: Object.fromEntries(names) }))
  const shown = names.map(
    ([name], index) => `BT /${name} 20 Tf 10 ${10 + 30 * index} Td <020102> Tj ET`,
  )
  page.node.set(PDFName.of('Contents'), context.register(context.stream(shown.join('\n'))))
  return pdf
}

function createType3({ context }: PDFDocument, font: Type3): PDFDict {
  const { glyphs = GLYPHS, matrix = [0.001, 0, 0, -0.001, 0, 0] } = font
  const { family = 'Test Sans', weight = 600, italicAngle = 0 } = font
  const procedures: Record<string, PDFRef> = Object.fromEntries(
    Object.entries(glyphs).map(([name, text]) => [name, context.register(context.stream(text))]),
  )
  return context.obj({
    Type: 'Font',
    Subtype: 'Type3',
    FontMatrix: matrix,
    FontBBox: [0, 0, 0, 0],
    FirstChar: 0,
    LastChar: 2,
    Widths: [500, 250, 600.5],
    CharProcs: procedures,
    Encoding: { Type: 'Encoding', Differences: [0, 'g0', 'g1', 'g2'] },
    ToUnicode: context.register(context.stream(CODE_MAP)),
    FontDescriptor: context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: 'AAAAAA+TestSans-Regular',
        FontFamily: PDFString.of(family),
        FontWeight: weight,
        ItalicAngle: italicAngle,
        CapHeight: -700,
        StemV: 90,
        Flags: 4,
      }),
    ),
  })
}

function listFonts(pdf: PDFDocument): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
        ? [object]
        : [],
    )
}

/** Returns what pdf.js shows: the text, its width in points, and the fonts. */
async function show(
  pdf: PDFDocument,
): Promise<{ text: string; width: number; isType3: boolean[] }> {
  const task = getDocument({ data: await pdf.save(), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  await page.getOperatorList()
  const { items } = await page.getTextContent()
  const shown = items.flatMap((item) => ('str' in item ? [item] : []))
  const isType3 = [...new Set(shown.map(({ fontName }) => fontName))].map(
    (name) => page.commonObjs.get(name).isType3Font,
  )
  await task.destroy()
  return {
    text: shown.map(({ str }) => str).join(''),
    width: shown.reduce((sum, { width }) => sum + width, 0),
    isType3,
  }
}

it('makes a font of outlines a CFF font with the same text and widths', async () => {
  const pdf = await createPdf()
  const before = await show(pdf)
  expect(before.isType3).toEqual([true])
  expect(await replaceType3Fonts(pdf)).toEqual([])
  const after = await show(pdf)
  expect(after).toEqual({ ...before, isType3: [false] })
  expect(after.text).toBe('O O')
  const [font] = listFonts(pdf)
  expect(String(font?.get(PDFName.of('Subtype')))).toBe('/Type1')
  expect(String(font?.get(PDFName.of('Widths')))).toBe('[ 250 600.5 ]')
})

it('leaves nothing of the Type 3 font in the file', async () => {
  const pdf = await createPdf()
  const before = pdf.context.enumerateIndirectObjects().length
  await replaceType3Fonts(pdf)
  const texts = pdf.context.enumerateIndirectObjects().map(([, object]) => String(object))
  expect(texts.filter((text) => /CharProcs|d1|TestSans-Regular/.test(text))).toEqual([])
  // Each glyph was an object; now the font's file is one.
  expect(texts).toHaveLength(before - Object.keys(GLYPHS).length + 1)
})

it.each<[what: string, font: Type3, name: string]>([
  ['family and weight', {}, 'AAAAAA+TestSans-SemiBold'],
  ['an italic', { weight: 400, italicAngle: -12 }, 'AAAAAA+TestSans-RegularItalic'],
  ['a weight between the named ones', { weight: 450 }, 'AAAAAA+TestSans-450'],
  [
    'a family with its default weight',
    { family: 'Noto Sans TC Thin' },
    'AAAAAA+NotoSansTC-SemiBold',
  ],
  ['a family without a letter', { family: '思源' }, 'AAAAAA+Font-SemiBold'],
])('names it by %s', async (_what, font, name) => {
  const pdf = await createPdf([font])
  await replaceType3Fonts(pdf)
  const [created] = listFonts(pdf)
  expect(created?.lookup(PDFName.of('BaseFont'), PDFName).decodeText()).toBe(name)
})

it.each<[what: string, other: Type3, names: string[]]>([
  ['joins parts of one font', {}, ['AAAAAA+TestSans-SemiBold']],
  ['keeps weights apart', { weight: 700 }, ['AAAAAA+TestSans-SemiBold', 'AAAAAB+TestSans-Bold']],
  [
    'keeps parts with other glyphs apart',
    { glyphs: { ...GLYPHS, g2: '600.5 0 0 0 9 9 d1\n0 0 m\n9 0 l\n9 9 l\nh\nf' } },
    ['AAAAAA+TestSans-SemiBold', 'AAAAAB+TestSans-SemiBold'],
  ],
])('%s', async (_what, other, names) => {
  const pdf = await createPdf([{}, other])
  const before = await show(pdf)
  await replaceType3Fonts(pdf)
  const found = listFonts(pdf).map((font) =>
    font.lookup(PDFName.of('BaseFont'), PDFName).decodeText(),
  )
  expect(found).toEqual(names)
  expect((await show(pdf)).text).toBe(before.text)
})

it('keeps the size of a font with other units', async () => {
  const half = 0.00048828125
  const pdf = await createPdf([{ matrix: [half, 0, 0, -half, 0, 0] }])
  const before = await show(pdf)
  await replaceType3Fonts(pdf)
  expect((await show(pdf)).width).toBeCloseTo(before.width, 3)
})

it.each<[what: string, font: Type3]>([
  ['colors', { glyphs: { ...GLYPHS, g2: '600 0 d0\n1 0 0 rg\n0 0 100 100 re\nf' } }],
  ['images', { glyphs: { ...GLYPHS, g2: '600 0 0 0 100 100 d1\n/X1 Do' } }],
  ['a slant', { matrix: [0.001, 0, 0.0002, -0.001, 0, 0] }],
])('leaves a font with %s, and names its family', async (_what, font) => {
  const pdf = await createPdf([font, {}])
  expect(await replaceType3Fonts(pdf)).toEqual(['Test Sans'])
  expect((await show(pdf)).isType3).toEqual([true, false])
})
