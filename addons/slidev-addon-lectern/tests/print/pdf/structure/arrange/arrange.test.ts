import { expect, it } from 'vitest'

import { arrangeBlocks, arrangeBody } from '../../../../../print/pdf/structure/arrange/arrange.ts'
import { image, listTags, shapes, tag, text } from '../tags.ts'

const TABLE = tag('Table', [tag('TR', [tag('TD', ['Wort'])])])

it('makes paragraphs of boxes that stand one below the other, however deep they are', () => {
  const boxes = [
    tag('Div', ['one']),
    tag('Div', [tag('Part', [tag('Div', ['two'])]), tag('Div', ['three'])]),
  ]
  expect(listTags(arrangeBlocks([tag('Part', boxes)]))).toEqual([
    'P',
    '  "one"',
    'P',
    '  "two"',
    'P',
    '  "three"',
  ])
})

it('makes one paragraph of the phrases of a line', () => {
  const line = [
    'a ',
    tag('Span', ['strong']),
    tag('Span', [tag('Span', ['!'])]),
    tag('Code', ['x']),
    text(' b'),
  ]
  expect(listTags(arrangeBlocks([tag('Div', [...line, tag('Div', ['next'])])]))).toEqual([
    'P',
    '  "a "',
    '  "strong"',
    '  "!"',
    '  Code',
    '    "x"',
    '  " b"',
    'P',
    '  "next"',
  ])
})

it('keeps headings, paragraphs and sections, without the boxes in them', () => {
  const parts = [
    tag('H1', [tag('Div', ['Title'])]),
    tag('Sect', [tag('H2', ['Part']), tag('Div', [tag('P', ['p', tag('Span', ['q'])])]), 'loose']),
    tag('BlockQuote', ['cited']),
  ]
  expect(listTags(arrangeBlocks(parts))).toEqual([
    'H1',
    '  "Title"',
    'Sect',
    '  H2',
    '    "Part"',
    '  P',
    '    "p"',
    '    "q"',
    '  P',
    '    "loose"',
    'BlockQuote',
    '  P',
    '    "cited"',
  ])
})

it('leaves out what there is neither to read nor to see', () => {
  const parts = [
    tag('Div', [shapes()]),
    tag('P', [text(' ')]),
    tag('H2', []),
    tag('Sect', [tag('Div', [shapes(), text(' ')])]),
    tag('L', [tag('LI', [])]),
    tag('Table', [tag('TR', [tag('TD', [])])]),
    tag('Figure', [], { alt: 'nothing' }),
    tag('Div', [shapes(), 'words']),
    tag('P', ['more', tag('Code', [shapes()]), tag('Span', [shapes()], { language: 'de' })]),
  ]
  expect(listTags(arrangeBlocks(parts))).toEqual(['P', '  "words"', 'P', '  "more"'])
})

it('keeps the space between two words of a line', () => {
  expect(listTags(arrangeBlocks([tag('P', ['a', text(' '), 'b'])]))).toEqual([
    'P',
    '  "a"',
    '  " "',
    '  "b"',
  ])
})

it('keeps the language of phrases', () => {
  const phrase = tag('Span', [tag('Span', ['mot'])], { language: 'fr' })
  expect(listTags(arrangeBlocks([tag('P', ['word ', phrase])]))).toEqual([
    'P',
    '  "word "',
    '  Span language=fr',
    '    "mot"',
  ])
})

it('keeps the language of boxes, whose paragraphs stay apart', () => {
  const box = tag(
    'Div',
    [tag('P', ['Eins']), tag('Div', ['Zwei']), tag('P', ['Trois'], { language: 'fr' })],
    {
      language: 'de',
    },
  )
  expect(listTags(arrangeBlocks([tag('Div', ['a']), box]))).toEqual([
    'P',
    '  "a"',
    'P language=de',
    '  "Eins"',
    'P language=de',
    '  "Zwei"',
    'P language=fr',
    '  "Trois"',
  ])
})

it('keeps the other name of a phrase', () => {
  expect(listTags(arrangeBlocks([tag('P', [tag('Span', ['★★☆'], { alt: '2 of 3' })])]))).toEqual([
    'P',
    '  Span alt=2 of 3',
    '    "★★☆"',
  ])
})

it('keeps pictures that stand alone, and pictures in a line', () => {
  const figure = tag('Figure', [image()], { alt: 'a llama' })
  const formula = tag('Formula', [text('x'), shapes()], { alt: 'x^2' })
  expect(listTags(arrangeBlocks([tag('Div', [figure]), tag('P', ['see ', formula])]))).toEqual([
    'Figure alt=a llama',
    '  (image)',
    'P',
    '  "see "',
    '  Formula alt=x^2',
    '    "x"',
    '    (shapes)',
  ])
})

it('makes one content of a checkbox', () => {
  const box = tag('Form', [shapes(), tag('NonStruct', [shapes()])], { alt: 'checked' })
  expect(listTags(arrangeBlocks([tag('P', [box, 'done'])]))).toEqual([
    'P',
    '  Form alt=checked',
    '    (shapes) (shapes)',
    '  "done"',
  ])
})

it('makes no paragraph of a body that is one line', () => {
  expect(listTags(arrangeBody([tag('Div', ['a']), shapes()]))).toEqual(['"a"'])
  expect(listTags(arrangeBody([tag('Div', ['a']), tag('Div', ['b'])]))).toEqual([
    'P',
    '  "a"',
    'P',
    '  "b"',
  ])
  expect(listTags(arrangeBody([tag('P', ['a'], { language: 'fr' })]))).toEqual([
    'P language=fr',
    '  "a"',
  ])
  expect(listTags(arrangeBody([tag('H1', ['a'])]))).toEqual(['H1', '  "a"'])
})

it.each([
  ['a figure around a table', tag('Figure', [TABLE], { language: 'de' })],
  ['a table without rows', tag('Table', [tag('P', ['Wort'])], { language: 'de' })],
  ['a caption of something else', tag('Caption', ['Wort'], { language: 'de' })],
  ['an item', tag('L', [tag('LI', ['Wort'], { language: 'de' })])],
  ['a box in place of an item', tag('L', [tag('Div', ['Wort'], { language: 'de' })])],
  [
    'a box in an item',
    tag('L', [tag('LI', [tag('Div', [tag('P', ['Wort'])], { language: 'de' })])]),
  ],
])('keeps the language of %s', (_, part) => {
  const lines = listTags(arrangeBlocks([part]))
  expect(lines.filter((line) => line.includes('language=de'))).toHaveLength(1)
})
