import { PDFDocument, PDFHexString, PDFString } from 'pdf-lib'
import { expect, it } from 'vitest'

import { HINT_MARK } from '../../../../page/print/reader-hints.ts'
import { pageContent } from '../../../../print/pdf/content/streams.ts'
import { retagPdf } from '../../../../print/pdf/structure/retag.ts'
import type { TagFacts } from '../../../../print/pdf/structure/retag.ts'
import { createHandMade } from '../content/hand-made-pdf.ts'
import type { HandMadePdf } from '../content/hand-made-pdf.ts'
import { listMarked } from '../content/marked-operators.ts'
import { findWrongMarks } from './find-wrong-marks.ts'
import { listOrphans, TagFile } from './new-tags.ts'
import { old, writeOldTags } from './old-tags.ts'
import type { OldKid } from './old-tags.ts'

const FACTS: TagFacts = { language: 'en', hints: [], links: [], titles: ['One'], placeOf: () => [] }

/** Returns a line of text in marked content. */
function show(mark: number, words: string): string {
  return `/P <</MCID ${mark}>> BDC BT /F1 9 Tf (${words}) Tj ET EMC`
}

/** Replaces the tags of a PDF, saves it, and reads it again. */
async function retag(
  { pdf }: HandMadePdf,
  facts: Partial<TagFacts> = {},
): Promise<{ isTagged: boolean; lines: string[]; pdf: PDFDocument; ids: [string, string][] }> {
  const { isTagged } = await retagPdf(pdf, { ...FACTS, ...facts })
  const saved = await PDFDocument.load(await pdf.save(), { updateMetadata: false })
  const file = new TagFile(saved)
  const lines = file.list()
  expect(file.faults).toEqual([])
  expect(listOrphans(pdf)).toEqual([])
  expect(findWrongMarks(saved)).toEqual([])
  return { isTagged, lines, pdf: saved, ids: file.listIds() }
}

/** Creates a PDF with one page and its tags. */
async function createTagged(content: string, kids: readonly OldKid[]): Promise<HandMadePdf> {
  const made = await createHandMade()
  const page = made.addPage(content, { Font: { F1: made.addFont() } })
  writeOldTags(made, page, [old('Document', kids)])
  return made
}

it('writes tags that read like the slides, and lead from the content and back', async () => {
  const made = await createHandMade()
  const Font = { F1: made.addFont() }
  const form = made.addForm(`${show(0, 'faded')} 0 0 9 9 re f`, { Font }, { StructParents: 1 })
  const content = `0 0 400 300 re f ${show(0, 'Title')} q /Fm0 Do Q ${show(1, 'see ')}${show(2, 'a link')}`
  const page = made.addPage(content, { Font, XObject: { Fm0: form } })
  const second = made.addPage(show(0, 'next page'), { Font })
  const annotation = made.addLink(page)
  writeOldTags(made, page, [
    old('Document', [
      old('H1', [0]),
      old('Div', [old('P', [{ Type: 'MCR', Pg: page.ref, Stm: form, MCID: 0 }])]),
      old('P', [old('NonStruct', [1]), old('Link', [2, { Type: 'OBJR', Obj: annotation }])]),
      old('Div', [old('NonStruct', [{ Type: 'MCR', Pg: second.ref, MCID: 0 }])]),
    ]),
  ])
  const { lines, isTagged } = await retag(made)
  expect(isTagged).toBe(true)
  expect(lines).toEqual([
    'Document language=en',
    '  H1',
    '    "Title"',
    '  P',
    '    "faded"',
    '  P',
    '    "see "',
    '    Link',
    '      "a link"',
    '      -> a link',
    '  P',
    '    "next page"',
  ])
})

it('tags what forms in forms show, even where a mark of the page is left open over them', async () => {
  const made = await createHandMade()
  const Font = { F1: made.addFont() }
  const plain = made.addForm('0 0 9 9 re f', { Font })
  const inner = made.addForm(`${show(0, 'inner')} /Fm2 Do`, { Font, XObject: { Fm2: plain } })
  const XObject = { Fm0: inner, Fm2: plain, Im0: made.addImage() }
  // It has no words of its own.
  const outer = made.addForm('q /Fm0 Do Q 0 0 9 9 re f /Fm2 Do', { XObject })
  const content =
    '/P <</MCID 0>> BDC BT /F1 9 Tf (a) Tj ET q /Fm1 Do Q BT (b) Tj ET /Fm2 Do EMC /Fm0 Do'
  const page = made.addPage(content, { Font, XObject: { ...XObject, Fm1: outer } })
  const kids = [old('P', [0]), old('P', [{ Type: 'MCR', Pg: page.ref, Stm: inner, MCID: 0 }])]
  writeOldTags(made, page, [old('Document', kids)])
  expect((await retag(made)).lines).toEqual([
    'Document language=en',
    '  P',
    '    "a"',
    '    "b"+(image)',
    '  P',
    '    "inner"',
  ])
})

it('gives a PDF without tags an empty document, and marks all as artifacts', async () => {
  const made = await createHandMade()
  const form = made.addForm(show(0, 'form'), { Font: { F1: made.addFont() } })
  made.addPage([`0 0 9 9 re f ${show(0, 'x')}`, 'q /Fm0 Do Q'], { XObject: { Fm0: form } })
  const { lines, isTagged, pdf } = await retag(made)
  expect(isTagged).toBe(false)
  expect(lines).toEqual(['Document language=en'])
  expect(pdf.getPages().flatMap((page) => listMarked(pageContent(page)))).toEqual([
    { operator: 'f', marks: ['Artifact'] },
    { operator: '(x) Tj', marks: ['Artifact'] },
    { operator: '/Fm0 Do', marks: ['Artifact'] },
  ])
})

it('leaves no trace of the tags on pages and annotations that have none now', async () => {
  const made = await createHandMade()
  const Font = { F1: made.addFont() }
  const form = made.addForm('0 0 9 9 re f', {}, { StructParents: 7 })
  const page = made.addPage(`${show(0, 'words')} /Fm0 Do`, { Font, XObject: { Fm0: form } })
  made.addPage('0 0 9 9 re f', { Font })
  made.addLink(page, { StructParent: 8 })
  writeOldTags(made, page, [old('Document', [old('P', [0])])])
  expect((await retag(made)).lines).toEqual(['Document language=en', '  P', '    "words"'])
})

it('reads a document of a version later than 1.7 in the terms of 1.7', async () => {
  const made = await createTagged(`${show(0, 'a')}${show(1, 'b')}${show(2, 'c')}${show(3, 'd')}`, [
    old('Title', [0]),
    old('Aside', [old('P', [old('Em', [1]), old('Strong', [2])])]),
    old('FENote', [3]),
  ])
  expect((await retag(made)).lines).toEqual([
    'Document language=en',
    '  P',
    '    "a"',
    '  Sect',
    '    P',
    '      "b"',
    '      "c"',
    '  Note id=note-1',
    '    P',
    '      "d"',
  ])
})

it('describes links by their words, pictures or address', async () => {
  const made = await createHandMade()
  const content = `${show(0, ' our ')}${show(1, 'paper ')}/F <</MCID 2>> BDC /Im0 Do EMC`
  const XObject = { Im0: made.addImage() }
  const page = made.addPage(content, { Font: { F1: made.addFont() }, XObject })
  const link = (address?: string): OldKid => {
    const A = address === undefined ? {} : { A: { S: 'URI', URI: PDFString.of(address) } }
    return { Type: 'OBJR', Obj: made.addLink(page, A) }
  }
  writeOldTags(made, page, [
    old('Document', [
      old('P', [old('Link', [old('Span', [0]), 1, link('https://a.org'), link('https://a.org')])]),
      old('P', [old('Link', [old('Figure', [2], { Alt: PDFString.of('logo') }), link()])]),
      old('P', [old('Link', [link('https://b.org')])]),
      old('P', [old('Link', [link()])]),
    ]),
  ])
  const { lines } = await retag(made)
  expect(lines.filter((line) => line.includes('->')).map((line) => line.trim())).toEqual([
    '-> our paper',
    '-> our paper',
    '-> logo',
    '-> https://b.org',
    '-> Link',
  ])
})

it('describes links by the names on the page, and reads words from right to left', async () => {
  const content = `${show(0, 'here')}${show(1, 'there')}${show(2, 'olleh')}`
  const made = await createHandMade()
  const page = made.addPage(content, { Font: { F1: made.addFont() } })
  const link = (mark: number, address?: string): OldKid => {
    const A = address === undefined ? {} : { A: { S: 'URI', URI: PDFString.of(address) } }
    return old('P', [old('Link', [mark, { Type: 'OBJR', Obj: made.addLink(page, A) }])])
  }
  writeOldTags(made, page, [old('Document', [link(0, 'https://a.org'), link(1), link(2)])])
  const links = [
    { address: 'https://b.org', words: 'here', name: 'Another' },
    { address: 'https://a.org', words: 'here', name: 'The paper' },
    { address: '', words: 'hello', name: 'hello' },
  ]
  const { lines } = await retag(made, { links })
  expect(lines.filter((line) => line.includes('->')).map((line) => line.trim())).toEqual([
    '-> The paper',
    '-> there',
    '-> hello',
  ])
})

it('keeps the words of a link that was removed', async () => {
  const made = await createHandMade()
  const page = made.addPage(`${show(0, 'see ')}${show(1, 'slide 9')}`, {
    Font: { F1: made.addFont() },
  })
  const annotation = made.addLink(page)
  writeOldTags(made, page, [
    old('Document', [old('P', [0, old('Link', [1, { Type: 'OBJR', Obj: annotation }])])]),
  ])
  page.node.Annots()?.remove(0)
  made.pdf.context.delete(annotation)
  expect((await retag(made)).lines).toEqual([
    'Document language=en',
    '  P',
    '    "see "',
    '    "slide 9"',
  ])
})

it('numbers cells and notes through the document, and cells name their headers so', async () => {
  const header = (id: string, mark: number): OldKid => old('TH', [mark], { ID: PDFString.of(id) })
  const note = (index: number, mark: number): OldKid =>
    old('LI', [mark], { Alt: PDFHexString.fromText(HINT_MARK + index) })
  const marks = [0, 1, 2, 3, 4].map((mark) => show(mark, `t${mark}`))
  const Headers = [PDFString.of('node00091'), PDFString.of('lost')]
  const made = await createTagged(marks.join(' '), [
    old('Table', [
      old('TR', [header('node00104', 0), header('node00091', 1)]),
      old('TR', [old('TD', [4], { A: { O: 'Table', Headers } })]),
    ]),
    old('L', [note(0, 2)]),
    old('L', [note(0, 3)]),
  ])
  const { ids, lines, pdf } = await retag(made, { hints: [{ kind: 'footnote' }] })
  expect(ids).toEqual([
    ['cell-1', '/TH'],
    ['cell-2', '/TH'],
    ['cell-3', '/TD'],
    ['note-1', '/Note'],
    ['note-2', '/Note'],
  ])
  expect(lines.filter((line) => line.includes('Note'))).toEqual([
    '  Note id=note-1',
    '  Note id=note-2',
  ])
  const headers = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => /\/Headers \[(.*?)\]/.exec(String(object))?.[1] ?? [])
  expect(headers.map((each) => each.trim())).toEqual(['(cell-2) (lost)'])
})

it('marks words of another language apart from those beside them', async () => {
  const made = await createHandMade()
  const Font = { F1: made.addFont({ 31: '模', 32: '型' }) }
  const content = '/P <</MCID 0>> BDC BT /F1 9 Tf (the ) Tj (12) Tj ( model) Tj ET EMC'
  writeOldTags(made, made.addPage(content, { Font }), [old('Document', [old('P', [0])])])
  expect((await retag(made)).lines).toEqual([
    'Document language=en',
    '  P',
    '    "the "',
    '    Span language=zh',
    '      "模型"',
    '    " model"',
  ])
})

it('gives the same bytes for the same input', async () => {
  const bytes = await Promise.all(
    [0, 1].map(async () => {
      const made = await createTagged(show(0, 'words'), [old('P', [0])])
      await retagPdf(made.pdf, FACTS)
      return Buffer.from(await made.pdf.save()).toString('latin1')
    }),
  )
  expect(bytes[0]).toBe(bytes[1])
})
