import { PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import {
  addElement,
  findElement,
  kidsOf,
  moveElement,
  replaceText,
  setElement,
  setEntries,
} from './change-pdf.ts'
import type { Plant, PlantedFault } from './change-pdf.ts'

/** Gives an element another type. */
function retype(from: string, to: string, index = 0): Plant {
  return setElement(from, index, { S: to })
}

/** Moves the heading of the list into another element, as an element of another type. */
function moveHeading(type: string, into: string, index: number): Plant {
  return (pdf) => {
    const heading = findElement(pdf, 'H2')
    moveElement(pdf, heading, findElement(pdf, into), index)
    setEntries(heading, { S: type })
  }
}

/** Puts the last row of the table into a part of its own. */
function splitTable(type: string): Plant {
  return (pdf) => {
    const part = addElement(pdf, type, findElement(pdf, 'Table'))
    moveElement(pdf, findElement(pdf, 'TR', -1), part, 0)
  }
}

/** Takes the rows of the table out of its body. */
function dropBody(pdf: PDFDocument): void {
  const table = findElement(pdf, 'Table')
  moveElement(pdf, findElement(pdf, 'TR', 1), table, 3)
  moveElement(pdf, findElement(pdf, 'TR', 2), table, 4)
  kidsOf(table).remove(2)
}

/** Makes the last cell of the table an artifact. */
function dropCell(pdf: PDFDocument): void {
  const mark = kidsOf(findElement(pdf, 'TD', -1)).get(0)
  kidsOf(findElement(pdf, 'TR', -1)).remove(1)
  replaceText(pdf, `/TD <</MCID ${String(mark)}>> BDC`, '/Artifact BMC')
}

/** Joins changes. */
function all(...plants: Plant[]): Plant {
  return (pdf) => plants.forEach((plant) => plant(pdf))
}

/** Has a cell span two rows or columns. */
const span = (key: 'ColSpan' | 'RowSpan'): { A: { O: string } } => ({
  A: { O: 'Table', [key]: 2 },
})

/** Faults of elements in each other. */
export const NESTING_FAULTS: readonly PlantedFault[] = [
  ['a table with a paragraph', retype('Caption', 'P'), '7.2-3'],
  ['a row in a paragraph', retype('Span', 'TR'), '7.2-4'],
  ['a head in a paragraph', retype('Span', 'THead'), '7.2-5'],
  ['a body in a paragraph', retype('Span', 'TBody'), '7.2-6'],
  ['a foot in a paragraph', retype('Span', 'TFoot'), '7.2-7'],
  ['a header cell in a paragraph', retype('Span', 'TH'), '7.2-8'],
  ['a cell in a paragraph', retype('Span', 'TD'), '7.2-9'],
  ['a row with a paragraph', retype('TD', 'P'), '7.2-10'],
  ['a table with two heads', splitTable('THead'), '7.2-11'],
  ['a table with two feet', all(splitTable('TFoot'), retype('THead', 'TFoot')), '7.2-12'],
  ['a table with a foot and no body', all(dropBody, retype('THead', 'TFoot')), '7.2-13'],
  ['a table with a head and no body', dropBody, '7.2-14'],
  ['a caption in a table', all(moveHeading('Caption', 'Table', 1)), '7.2-16', '7.2-39'],
  ['a table with two captions', moveHeading('Caption', 'Table', 3), '7.2-39'],
  ['a list item in a paragraph', retype('Span', 'LI'), '7.2-17'],
  ['the text of a list item in a paragraph', retype('Span', 'LBody'), '7.2-18'],
  ['a list with a paragraph', moveHeading('P', 'L', 0), '7.2-19'],
  ['a list item with a span', retype('Lbl', 'Span'), '7.2-20'],
  ['an entry of contents in a paragraph', retype('Span', 'TOCI'), '7.2-26'],
  ['contents with a span', retype('P', 'TOC'), '7.2-27'],
  [
    'contents with a caption at their end',
    all(moveHeading('Caption', 'P', 3), retype('P', 'TOC'), retype('Span', 'TOCI')),
    '7.2-28',
  ],
  ['a head with a paragraph', moveHeading('P', 'THead', 0), '7.2-36'],
  ['a body with a paragraph', moveHeading('P', 'TBody', 0), '7.2-37'],
  ['a foot with a paragraph', all(splitTable('TFoot'), moveHeading('P', 'TFoot', 0)), '7.2-38'],
  ['a list with a caption at its end', moveHeading('Caption', 'L', 2), '7.2-40'],
]

/** Faults of single elements. */
export const ELEMENT_FAULTS: readonly PlantedFault[] = [
  ['a type that is not mapped', retype('Span', 'Thing'), '7.1-5'],
  ['an element without a parent', setElement('Span', 0, { P: undefined }), '7.1-12'],
  ['an element in no language', setElement('Span', 0, { Lang: PDFString.of('zh_TW') }), '7.2-29'],
  [
    'cells that overlap',
    all(setElement('TD', 1, span('RowSpan')), setElement('TD', 2, span('ColSpan')), dropCell),
    '7.2-15',
  ],
  ['a cell below the last row', setElement('TD', 3, span('RowSpan')), '7.2-41'],
  ['a row with too few cells', dropCell, '7.2-43'],
  ['a row with too many cells', setElement('TD', 3, span('ColSpan')), '7.2-42'],
  ['a row with a cell more', moveHeading('TD', 'TR', 2), '7.2-43'],
  ['a header without a scope', setElement('TH', 1, { A: undefined }), '7.5-1'],
  [
    'a cell of an unknown header',
    all(
      setElement('TH', 1, { A: undefined }),
      setElement('TD', 1, { A: { O: 'Table', Headers: [PDFString.of('nothing')] } }),
      setElement('TD', 3, { A: { O: 'Table', Headers: [PDFString.of('nothing')] } }),
    ),
    '7.5-2',
  ],
  ['a picture without an alternative', setElement('Figure', 0, { Alt: undefined }), '7.3-1'],
  [
    'a picture with an empty alternative',
    setElement('Figure', 0, { Alt: PDFString.of('') }),
    '7.3-1',
  ],
  ['a picture without a place', setElement('Figure', 0, { A: undefined }), 'figure-box'],
  ['a formula without an alternative', setElement('Formula', 0, { Alt: undefined }), '7.7-1'],
  ['a note without a name', setElement('Note', 0, { ID: undefined }), '7.9-1'],
  ['notes of one name', setElement('Note', 0, { ID: PDFString.of('note-2') }), '7.9-2'],
  ['a document that begins with its second level', retype('H1', 'H2'), '7.4.2-1'],
  ['a level that is skipped', retype('H2', 'H4', 1), '7.4.2-1'],
  [
    'two headings without levels in an element',
    all(retype('H1', 'H'), retype('H2', 'H'), retype('H2', 'H')),
    '7.4.4-1',
  ],
  ['headings with and without levels', retype('H2', 'H'), '7.4.4-2'],
  ['a field without a role', retype('Span', 'Form'), '7.18.4-2'],
  ['an empty element', (pdf) => addElement(pdf, 'Span', findElement(pdf, 'P')), 'no-empty-element'],
  ['an element without a meaning', retype('Span', 'NonStruct'), 'no-non-struct'],
]
