import { expect, it } from 'vitest'

import { arrangeBlocks } from '../../../../../print/pdf/structure/arrange/arrange.ts'
import { listTags, shapes, tag, text } from '../tags.ts'

it('keeps rows and cells without the boxes around them, and empty cells', () => {
  const head = tag('THead', [tag('TR', [tag('TH', ['Model'], { id: 'h1' }), tag('TH', [])])])
  const body = tag('TBody', [
    tag('Div', [
      tag('TR', [
        shapes(),
        tag('TD', [tag('Div', ['8B'])]),
        tag('NonStruct', [tag('TD', [shapes()])]),
      ]),
    ]),
    tag('TR', []),
  ])
  expect(listTags(arrangeBlocks([tag('Div', [tag('Table', [shapes(), head, body])])]))).toEqual([
    'Table',
    '  TR',
    '    TH id=h1',
    '      "Model"',
    '    TH',
    '  TR',
    '    TD',
    '      "8B"',
    '    TD',
  ])
})

it('puts the caption first', () => {
  const row = tag('TR', [tag('TD', ['a'])])
  const caption = tag('Caption', [tag('Div', ['Table 1. ', tag('Span', ['Sizes'])])])
  expect(listTags(arrangeBlocks([tag('Table', [row, caption])]))).toEqual([
    'Table',
    '  Caption',
    '    "Table 1. "',
    '    "Sizes"',
    '  TR',
    '    TD',
    '      "a"',
  ])
})

it('leaves out a caption without words', () => {
  const row = tag('TR', [tag('TD', ['a'])])
  expect(listTags(arrangeBlocks([tag('Table', [tag('Caption', [shapes()]), row])]))).toEqual([
    'Table',
    '  TR',
    '    TD',
    '      "a"',
  ])
})

it('takes text between cells for a cell', () => {
  expect(
    listTags(arrangeBlocks([tag('Table', [tag('TR', [tag('TH', ['a']), text('b')])])])),
  ).toEqual(['Table', '  TR', '    TH', '      "a"', '    TD', '      "b"'])
})

it('keeps the paragraphs and lists of a cell', () => {
  const cell = tag('TD', [tag('P', ['a']), tag('L', [tag('LI', ['b'])])])
  expect(listTags(arrangeBlocks([tag('Table', [tag('TR', [cell])])]))).toEqual([
    'Table',
    '  TR',
    '    TD',
    '      P',
    '        "a"',
    '      L',
    '        LI',
    '          LBody',
    '            "b"',
  ])
})

it('makes paragraphs of a table without rows', () => {
  const table = tag('Table', [
    tag('Caption', ['a']),
    tag('TBody', [tag('P', ['b']), tag('P', ['c'])]),
  ])
  expect(listTags(arrangeBlocks([table]))).toEqual(['P', '  "a"', 'P', '  "b"', 'P', '  "c"'])
})
