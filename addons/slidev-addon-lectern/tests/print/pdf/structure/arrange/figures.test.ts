import { PDFRef } from 'pdf-lib'
import { expect, it } from 'vitest'

import { arrangeBlocks } from '../../../../../print/pdf/structure/arrange/arrange.ts'
import { DRAWING } from '../../../../../print/pdf/structure/arrange/figures.ts'
import { isElement } from '../../../../../print/pdf/structure/tag-tree.ts'
import { annotation, image, listTags, shapes, tag, text } from '../tags.ts'

it('makes one content of all that a drawing paints, and keeps where it is', () => {
  const place = PDFRef.of(9)
  const figure = tag('Figure', [shapes(), tag('Div', ['400 B', shapes()])], {
    alt: 'Sizes',
    language: 'en',
    attributes: [place],
  })
  const arranged = arrangeBlocks([figure])
  expect(listTags(arranged)).toEqual([
    'Figure alt=Sizes language=en',
    '  (shapes) "400 B" (shapes)',
  ])
  expect(arranged.filter(isElement).flatMap(({ attributes }) => attributes)).toEqual([place])
})

it('keeps a picture without a name, which a check reports', () => {
  expect(listTags(arrangeBlocks([tag('Figure', [image()])]))).toEqual(['Figure', '  (image)'])
})

it('makes a phrase of a figure that is text, such as an emoji', () => {
  expect(
    listTags(arrangeBlocks([tag('P', ['a ', tag('Figure', ['🦙'], { alt: 'llama' })])])),
  ).toEqual(['P', '  "a "', '  Span alt=llama', '    "🦙"'])
})

it('gives way to a picture and its caption', () => {
  const figure = tag('Figure', [
    tag('Figure', [image()], { alt: 'a llama' }),
    tag('Caption', ['Figure 1']),
  ])
  expect(listTags(arrangeBlocks([figure]))).toEqual([
    'Figure alt=a llama',
    '  (image)',
    'P',
    '  "Figure 1"',
  ])
})

it('puts the table of a figure behind it, and the drawing under its name', () => {
  const table = tag('Table', [tag('TR', [tag('TD', [shapes(), text('8')])])])
  const drawing = tag(DRAWING, [shapes(), tag('Div', ['axis'])])
  const figure = tag('Figure', [shapes(), drawing, tag('Div', [table])], { alt: 'Sizes' })
  expect(listTags(arrangeBlocks([figure]))).toEqual([
    'Figure alt=Sizes',
    '  (shapes) (shapes) "axis" (shapes)',
    'Table',
    '  TR',
    '    TD',
    '      "8"',
  ])
})

it('makes a section of a figure in which all is text of its own', () => {
  const figure = tag(
    'Figure',
    [tag('H2', ['a']), tag('P', ['b', tag('Link', ['c', annotation(3)])])],
    {
      alt: 'Steps',
    },
  )
  expect(listTags(arrangeBlocks([figure]))).toEqual([
    'Sect title=Steps',
    '  H2',
    '    "a"',
    '  P',
    '    "b"',
    '    Link',
    '      "c"',
    '      -> 3',
  ])
})

it('keeps drawn bullets of lists in a figure for the list', () => {
  const list = tag('L', [tag('LI', [tag('Lbl', [shapes()]), 'a'])])
  expect(listTags(arrangeBlocks([tag('Figure', [image(), list], { alt: 'Steps' })]))).toEqual([
    'Figure alt=Steps',
    '  (image)',
    'L',
    '  LI',
    '    Lbl actualText=•',
    '      (shapes)',
    '    LBody',
    '      "a"',
  ])
})

it('reads the words of a drawing that is in no figure', () => {
  expect(listTags(arrangeBlocks([tag(DRAWING, [shapes(), 'a'])]))).toEqual(['P', '  "a"'])
})

it('keeps a figure of text that has no name, which a check reports', () => {
  expect(listTags(arrangeBlocks([tag('Figure', ['text'])]))).toEqual(['Figure', '  "text"'])
})

it('keeps a picture with a name in a figure with another one', () => {
  const logo = tag('Figure', [image()], { alt: 'logo' })
  expect(listTags(arrangeBlocks([tag('Figure', [shapes(), logo], { alt: 'Sizes' })]))).toEqual([
    'Figure alt=Sizes',
    '  (shapes)',
    'Figure alt=logo',
    '  (image)',
  ])
})
