import { expect, it } from 'vitest'

import { arrangeBlocks } from '../../../../../print/pdf/structure/arrange/arrange.ts'
import { annotation, image, listTags, shapes, tag } from '../tags.ts'

it('keeps links with their words, in a line and alone', () => {
  const link = (number: number): ReturnType<typeof tag> =>
    tag('Link', [tag('Span', [`words ${number}`]), annotation(number), annotation(number + 10)])
  expect(listTags(arrangeBlocks([tag('P', ['see ', link(3)]), tag('Div', [link(4)])]))).toEqual([
    'P',
    '  "see "',
    '  Link',
    '    "words 3"',
    '    -> 3',
    '    -> 13',
    'P',
    '  Link',
    '    "words 4"',
    '    -> 4',
    '    -> 14',
  ])
})

it('keeps the paragraphs of a link around a block, with an annotation for each', () => {
  const link = tag('Link', [
    tag('Div', [tag('H3', ['Title']), tag('Div', ['text'])]),
    annotation(3),
    annotation(4),
  ])
  expect(listTags(arrangeBlocks([link]))).toEqual([
    'P',
    '  Link',
    '    H3',
    '      "Title"',
    '    P',
    '      "text"',
    '    -> 3',
    '    -> 4',
  ])
})

it('keeps links without words, and pictures in links', () => {
  const parts = [
    tag('Div', [tag('Link', [shapes(), annotation(3)])]),
    tag('Div', [tag('Link', [tag('Figure', [image()], { alt: 'logo' }), annotation(4)])]),
  ]
  expect(listTags(arrangeBlocks(parts))).toEqual([
    'P',
    '  Link',
    '    -> 3',
    'P',
    '  Link',
    '    Figure alt=logo',
    '      (image)',
    '    -> 4',
  ])
})

it('leaves the words of a link whose annotation was removed', () => {
  expect(listTags(arrangeBlocks([tag('P', ['see ', tag('Link', ['slide 9'])])]))).toEqual([
    'P',
    '  "see "',
    '  "slide 9"',
  ])
})
