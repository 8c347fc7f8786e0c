import { PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { expect, it } from 'vitest'

import { readContent } from '../../../../print/pdf/content/read-content.ts'
import { takeTags } from '../../../../print/pdf/structure/read-tags.ts'
import { createHandMade } from '../content/hand-made-pdf.ts'
import type { HandMadePdf } from '../content/hand-made-pdf.ts'
import { listOrphans } from './new-tags.ts'
import { old, writeOldTags } from './old-tags.ts'
import type { OldKid } from './old-tags.ts'
import { listTags } from './tags.ts'

/** In F2: 模, の, 한 and a comma. */
const EAST_ASIAN = { 31: '模', 32: 'の', 33: '한', 34: '\u{FF0C}' }

function show(mark: number, words: string, font = 'F1'): string {
  return `/P <</MCID ${mark}>> BDC BT /${font} 9 Tf (${words}) Tj ET EMC`
}

async function createTagged(content: string, kids: readonly OldKid[]): Promise<HandMadePdf> {
  const made = await createHandMade()
  const Font = { F1: made.addFont(), F2: made.addFont(EAST_ASIAN) }
  const page = made.addPage(content, { Font })
  writeOldTags(made, page, kids)
  return made
}

function take({ pdf }: HandMadePdf, language = 'en'): string[] {
  const tags = takeTags(pdf, readContent(pdf), language)
  return tags ? listTags([tags]) : []
}

/** Chinese between words of English in one line. */
const MIXED =
  '/P <</MCID 0>> BDC BT /F1 9 Tf (the ) Tj /F2 9 Tf (14) Tj /F1 9 Tf ( model) Tj ET EMC'

it.each([
  ['English', 'en', ['"the "', 'Span language=zh', '  "模\u{FF0C}"', '" model"']],
  ['Chinese', 'zh-CN', ['"the " "模\u{FF0C}" " model"']],
  ['Japanese', 'ja', ['"the " "模\u{FF0C}" " model"']],
])(
  'tells readers of a document in %s where another language begins',
  async (_, language, lines) => {
    const made = await createTagged(MIXED, [old('Document', [old('P', [0])])])
    const [, paragraph, ...content] = take(made, language)
    expect(paragraph).toBe('  P')
    expect(content).toEqual(lines.map((line) => `    ${line}`))
  },
)

it('tells Japanese and Korean by their letters', async () => {
  const content = `${show(0, '12', 'F2')}${show(1, '31', 'F2')}`
  const made = await createTagged(content, [old('Document', [old('P', [0]), old('P', [1])])])
  expect(take(made)).toEqual([
    'Document',
    '  P',
    '    Span language=ja',
    '      "模の"',
    '  P',
    '    Span language=ko',
    '      "한模"',
  ])
})

it('adds no language where the author gives one', async () => {
  const Lang = PDFString.of('ja')
  const made = await createTagged(show(0, '1', 'F2'), [
    old('Document', [old('Div', [old('P', [0])], { Lang })]),
  ])
  expect(take(made)).toEqual(['Document', '  Div language=ja', '    P', '      "模"'])
})

it('keeps languages but that of the document, to which parts can go back', async () => {
  const [en, de] = [PDFString.of('en'), PDFString.of('de')]
  const kids = [
    old('P', [0], { Lang: en }),
    old('Div', [old('P', [1], { Lang: en })], { Lang: de }),
  ]
  const made = await createTagged(`${show(0, 'a')}${show(1, 'b')}`, [
    old('Document', kids, { Lang: en }),
  ])
  expect(take(made)).toEqual([
    'Document',
    '  P',
    '    "a"',
    '  Div language=de',
    '    P language=en',
    '      "b"',
  ])
})

it('keeps texts and names of elements', async () => {
  const entries = {
    Alt: PDFHexString.fromText('a – b'),
    ActualText: PDFString.of('text'),
    T: PDFString.of('title'),
    ID: PDFString.of('node1'),
  }
  const made = await createTagged(show(0, 'a'), [old('Document', [old('Figure', [0], entries)])])
  expect(take(made).slice(1)).toEqual([
    '  Figure alt=a – b actualText=text id=node1 title=title',
    '    "a"',
  ])
})

it('keeps attributes, whether one or several', async () => {
  const scope = { O: 'Table', Scope: 'Column' }
  const made = await createTagged(show(0, 'a'), [
    old('Document', [old('TH', [0], { A: scope }), old('TD', [], { A: [scope, { O: 'Layout' }] })]),
  ])
  const tags = takeTags(made.pdf, readContent(made.pdf), 'en')
  const counts = tags?.children.map((child) =>
    child.kind === 'element' ? child.attributes.length : 0,
  )
  expect(counts).toEqual([1, 2])
})

it('passes over marks that are not there', async () => {
  const made = await createTagged(show(0, 'a'), [
    old('Document', [old('P', [0, 9, { Type: 'MCR', MCID: 8 }]), old('P', [])]),
  ])
  expect(take(made)).toEqual(['Document', '  P', '    "a"', '  P'])
})

it('takes all tags for a document where there is no element around them', async () => {
  const made = await createTagged(`${show(0, 'a')}${show(1, 'b')}`, [old('P', [0]), old('P', [1])])
  expect(take(made)).toEqual(['Document', '  P', '    "a"', '  P', '    "b"'])
})

it('takes tags for a document where the only element around them is another one', async () => {
  const made = await createTagged(show(0, 'a'), [old('H1', [0])])
  expect(take(made)).toEqual(['Document', '  H1', '    "a"'])
})

it('takes the tags out of the file', async () => {
  const made = await createTagged(show(0, 'a'), [
    old('Document', [old('Div', [old('P', [0])]), old('P', [])]),
  ])
  take(made)
  expect(made.pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false)
  expect(made.pdf.getPages().some(({ node }) => node.has(PDFName.of('StructParents')))).toBe(false)
  expect(listOrphans(made.pdf)).toEqual([])
  expect(take(made)).toEqual([])
})
