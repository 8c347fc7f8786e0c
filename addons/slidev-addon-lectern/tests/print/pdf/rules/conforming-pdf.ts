import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { PDFContext, PDFPage } from 'pdf-lib'

import { writeDocumentFacts } from '../../../../print/pdf/document-facts.ts'
import { writeOutline } from '../../../../print/pdf/outline.ts'
import { writeXmp } from '../../../../print/pdf/xmp.ts'
import { embedLiberationSans } from './liberation-sans.ts'
import { form, link, SQUARE, tag, TagWriter } from './tag-writer.ts'
import type { Tag } from './tag-writer.ts'

/** Facts of the document; it has an author so that the title is not the only text of its metadata. */
export const FACTS = { title: 'A talk', author: 'Ada', language: 'en' }

const HEADER = { A: { O: 'Table', Scope: 'Column' } }
const ALTERNATIVE = { Alt: PDFString.of('A square') }
const BOX = { A: { O: 'Layout', BBox: [0, 0, 9, 9], Placement: 'Block' } }

/** Texts, a list in a list, and two links. */
function listFirstTags(context: PDFContext): Tag[] {
  const address = { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.com/') }
  const external = { A: address, Contents: PDFString.of('A site') }
  const internal = { Dest: [context.nextRef(), 'Fit'], Contents: PDFString.of('The end') }
  const inner = tag('L', [tag('LI', [tag('Lbl', ['•']), tag('LBody', ['Inner item'])])])
  const chinese = { Lang: PDFString.of('zh'), ActualText: PDFString.of('Da moxing') }
  return [
    tag('H1', ['A talk']),
    tag('P', ['Models, ', tag('Span', ['LLM'], chinese), ' in words']),
    tag('H2', ['A list']),
    tag('L', [
      tag('LI', [tag('Lbl', ['1.']), tag('LBody', ['Outer item', inner])]),
      tag('LI', [tag('Lbl', ['2.']), tag('LBody', ['Last item'])]),
    ]),
    tag('P', [tag('Link', ['A site', link(external)]), tag('Link', ['The end', link(internal)])]),
  ]
}
