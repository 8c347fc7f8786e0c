import { PDFDict, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { writeXmp } from '../../../../print/pdf/xmp.ts'
import {
  addContent,
  findElement,
  findFont,
  findLink,
  kidsOf,
  replaceText,
  setEntries,
} from './change-pdf.ts'
import type { Plant, PlantedFault } from './change-pdf.ts'
import { FACTS } from './conforming-pdf.ts'
import type { Entries } from './tag-writer.ts'

function setCatalog(entries: Entries): Plant {
  return ({ catalog }) => setEntries(catalog, entries)
}

function setRoot(entries: Entries): Plant {
  return ({ catalog }) => setEntries(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict), entries)
}

function setLink(entries: Entries): Plant {
  return (pdf) => setEntries(findLink(pdf), entries)
}

function setFont(subtype: string, entries: Entries): Plant {
  return (pdf) => setEntries(findFont(pdf, subtype), entries)
}

function replace(from: string | RegExp, to: string): Plant {
  return (pdf) => replaceText(pdf, from, to)
}

function add(operators: string): Plant {
  return (pdf) => addContent(pdf, operators)
}

/** Adds a layer, by its settings. */
function addLayer(settings: Entries): Plant {
  return ({ context, catalog }) => {
    const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('A layer') }))
    setEntries(catalog, { OCProperties: { OCGs: [layer], D: { Order: [layer], ...settings } } })
  }
}

function addFile({ context, catalog }: PDFDocument): void {
  const stream = context.register(context.stream('data', { Type: 'EmbeddedFile' }))
  const file = context.register(context.obj({ Type: 'Filespec', EF: { F: stream } }))
  setEntries(catalog, { Names: { EmbeddedFiles: { Names: [PDFString.of('a'), file] } } })
}

/** Adds a Type 3 font, whose only glyph is a square, and shows it. */
function addOutlineFont(pdf: PDFDocument): void {
  const { context } = pdf
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type3',
    FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
    FontBBox: [0, 0, 0, 0],
    FirstChar: 97,
    LastChar: 97,
    Widths: [500],
    CharProcs: { a: context.register(context.stream('500 0 0 0 500 500 d1 0 0 500 500 re f')) },
    Encoding: { Type: 'Encoding', Differences: [97, 'a'] },
    ToUnicode: context.register(context.stream(OUTLINE_MAP)),
  })
  const name = pdf.getPage(0).node.newFontDictionary('Outlines', context.register(font))
  addContent(pdf, `/Artifact BMC BT ${name.toString()} 10 Tf (a) Tj ET EMC`)
}

const OUTLINE_MAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <61> <0061> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end`

/** Faults of the document. */
export const DOCUMENT_FAULTS: readonly PlantedFault[] = [
  ['no claim', (pdf) => writeXmp(pdf, FACTS, { isUniversal: false }), '5-1'],
  ['no sign of tags', setCatalog({ MarkInfo: undefined }), '6.2-1'],
  ['doubted tags', setCatalog({ MarkInfo: { Marked: true, Suspects: true } }), '7.1-4'],
  ['a type that is mapped to itself', setRoot({ RoleMap: { Thing: 'Thing' } }), '7.1-6'],
  ['a standard type with another meaning', setRoot({ RoleMap: { P: 'Div' } }), '7.1-7'],
  ['no metadata', setCatalog({ Metadata: undefined }), '7.1-8'],
  ['no title', replace(/<dc:title>.*<\/dc:title>\n/, ''), '7.1-9'],
  [
    'an empty title',
    (pdf) => writeXmp(pdf, { ...FACTS, title: '' }, { isUniversal: true }),
    '7.1-9',
  ],
  ['a hidden title', setCatalog({ ViewerPreferences: undefined }), '7.1-10'],
  ['no tags', setCatalog({ StructTreeRoot: undefined }), '7.1-11', '7.1-3', '7.18.5-1'],
  ['no language', setCatalog({ Lang: undefined }), '7.2-34'],
  ['a language that is none', setCatalog({ Lang: PDFString.of('en_US') }), '7.2-29'],
  ['a layer without a name', addLayer({}), '7.10-1'],
  ['a layer that the viewer switches', addLayer({ Name: PDFString.of('All'), AS: [] }), '7.10-2'],
  ['an attached file without a name', addFile, '7.11-1'],
  ['a dynamic form', setCatalog({ AcroForm: { Fields: [], XFA: [] } }), '7.15-1'],
  ['a lock', ({ context }) => (context.trailerInfo.Encrypt = context.obj({ P: -529 })), '7.16-1'],
  [
    'a lock without permissions',
    ({ context }) => (context.trailerInfo.Encrypt = context.obj({})),
    '7.16-1',
  ],
  [
    'a script that opens with it',
    setCatalog({ OpenAction: { S: 'JavaScript', JS: PDFString.of('1') } }),
    'no-script',
  ],
  ['a script of a link', setLink({ A: { S: 'JavaScript', JS: PDFString.of('1') } }), 'no-script'],
]

/** Faults of content, fonts and annotations. */
export const CONTENT_FAULTS: readonly PlantedFault[] = [
  ['an artifact in a paragraph', replace('BDC', 'BDC /Artifact BMC 0 0 9 9 re f EMC'), '7.1-1'],
  ['a paragraph in an artifact', replace(/\/H1 .* EMC/, '/Artifact BMC $& EMC'), '7.1-2'],
  ['what is not marked', add('0 0 9 9 re f'), '7.1-3'],
  ['a mark of no element', add('/P <</MCID 99>> BDC 0 0 9 9 re f EMC'), '7.1-3'],
  ['a mark that stands twice', add('/P <</MCID 0>> BDC 0 0 9 9 re f EMC'), 'mark-once'],
  [
    'a mark of another element',
    (pdf) => setEntries(findElement(pdf, 'H1'), { K: [] }),
    'mark-owner',
    'no-empty-element',
  ],
  [
    'a mark that is nowhere',
    (pdf) => kidsOf(findElement(pdf, 'H1')).push(PDFNumber.of(99)),
    'mark-painted',
  ],
  [
    'a link that its element does not refer to',
    (pdf) => kidsOf(findElement(pdf, 'Link')).remove(1),
    '7.18.5-1',
  ],
  ['a form that is painted twice', replace(/\/Form-\d+ Do/, '$& $&'), '7.20-2'],
  [
    'a field that is not tagged',
    setLink({ Subtype: 'Widget', TU: PDFString.of('Name') }),
    '7.18.4-1',
  ],
  [
    'a field without a description',
    (pdf) => {
      setEntries(findLink(pdf), { Subtype: 'Widget', FT: 'Tx' })
      setEntries(findElement(pdf, 'Link'), { S: 'Form', A: { O: 'PrintField', Role: 'tv' } })
    },
    '7.18.1-3',
  ],
  ['an annotation that is not tagged', setLink({ Subtype: 'Text' }), '7.18.1-1'],
  [
    'an annotation without a description',
    (pdf) => {
      setEntries(findLink(pdf), { Subtype: 'Text', Contents: undefined })
      setEntries(findElement(pdf, 'Link'), { S: 'Annot' })
    },
    '7.18.1-2',
  ],
  [
    'a page whose annotations have no order',
    (pdf) => setEntries(pdf.getPage(0).node, { Tabs: undefined }),
    '7.18.3-1',
  ],
  ['a link that is not tagged', setLink({ StructParent: undefined }), '7.18.5-1'],
  ['a link without words', setLink({ Contents: undefined }), '7.18.5-2'],
  [
    'a font without a map of glyphs',
    setFont('CIDFontType2', { CIDToGIDMap: undefined }),
    '7.21.3.2-1',
  ],
  ['a font with codes of its own', setFont('Type0', { Encoding: 'Own-H' }), '7.21.3.3-1'],
  [
    'a font that is not embedded',
    setFont('CIDFontType2', { FontDescriptor: undefined }),
    '7.21.4.1-1',
  ],
  ['characters without a text', setFont('Type0', { ToUnicode: undefined }), '7.21.7-1'],
  ['a character with a false text', replace('> <0041>', '> <FEFF>'), '7.21.7-2'],
  ['a missing character', add('/Artifact BMC BT /F1 9 Tf <0000> Tj ET EMC'), '7.21.8-1'],
  ['a font of outlines', addOutlineFont, 'no-type-3'],
]
