import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PDFPage } from 'pdf-lib'

import { writeDocumentFacts } from '../../../../print/pdf/document-facts.ts'
import { writeOutline } from '../../../../print/pdf/outline.ts'
import { writeXmp } from '../../../../print/pdf/xmp.ts'
import { embedLiberationSans } from './liberation-sans.ts'
import { form, link, SQUARE, tag, TagWriter } from './tag-writer.ts'
import type { Parents, Tag } from './tag-writer.ts'

/** Facts of the PDF. */
export const FACTS = { title: 'A talk', author: 'Ada', language: 'en' }

/** Creates a small PDF that breaks no rule of PDF/UA-1, and says so. */
export async function createConformingPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const { context, catalog } = pdf
  const root = context.nextRef()
  const document = context.nextRef()
  const font = embedLiberationSans(context)
  const owners: Parents = []
  const first = new TagWriter(pdf, font, owners)
  const second = new TagWriter(pdf, font, owners)
  const kids = [
    ...first.writeAll(listFirstTags(), document),
    ...second.writeAll(listSecondTags(first.page), document),
  ]
  context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: kids }))
  const parents = context.obj({ Nums: owners.flatMap((value, key) => [key, value]) })
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: document, ParentTree: parents }))
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  const destination = { page: 0, top: 290, left: 0 }
  writeOutline(pdf, [{ title: 'A talk', destination, children: [] }])
  writeDocumentFacts(pdf, FACTS)
  writeXmp(pdf, FACTS, { isUniversal: true })
  return pdf
}

/** Texts, a list in a list, and a link to a site. */
function listFirstTags(): Tag[] {
  const inner = tag('L', [tag('LI', [tag('Lbl', ['•']), tag('LBody', ['Inner item'])])])
  const action = { S: 'URI', URI: PDFString.of('https://example.com/') }
  const external = { A: action, Contents: PDFString.of('A site') }
  const chinese = { Lang: PDFString.of('zh'), ActualText: PDFHexString.fromText('大模型') }
  return [
    tag('H1', ['A talk']),
    tag('P', ['A model, ', tag('Span', ['LLM'], chinese), ' in short']),
    tag('H2', ['A list']),
    tag('L', [
      tag('LI', [tag('Lbl', ['1.']), tag('LBody', ['Outer item', inner])]),
      tag('LI', [tag('Lbl', ['2.']), tag('LBody', ['Last item'])]),
    ]),
    tag('P', [tag('Link', ['A site', link(external)])]),
  ]
}

/** A table, a figure, a formula, notes, a form, and a link to the first page. */
function listSecondTags(first: PDFPage): Tag[] {
  const header = { A: { O: 'Table', Scope: 'Column' } }
  const row = (type: string, cells: string[], entries = {}): Tag =>
    tag(
      'TR',
      cells.map((cell) => tag(type, [cell], entries)),
    )
  const box = { O: 'Layout', BBox: [0, 0, 9, 9], Placement: 'Block' }
  const internal = { Dest: [first.ref, 'Fit'], Contents: PDFString.of('The begin') }
  return [
    tag('H2', ['A table']),
    tag('Table', [
      tag('Caption', ['Models']),
      tag('THead', [row('TH', ['Model', 'Score'], header)]),
      tag('TBody', [row('TD', ['Llama', '86']), row('TD', ['Mistral', '79'])]),
    ]),
    tag('Figure', [SQUARE], { Alt: PDFString.of('A square'), A: box }),
    tag('P', ['So ', tag('Formula', ['x = 1'], { Alt: PDFString.of('x = 1') })]),
    tag('P', [tag('Note', ['First note'], { ID: PDFString.of('note-1') })]),
    tag('P', [tag('Note', ['Second note'], { ID: PDFString.of('note-2') })]),
    tag('P', [form('In a form')]),
    tag('P', [tag('Link', ['The begin', link(internal)])]),
  ]
}
