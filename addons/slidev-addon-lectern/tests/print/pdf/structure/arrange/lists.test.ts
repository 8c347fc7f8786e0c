import { expect, it } from 'vitest'

import { arrangeBlocks } from '../../../../../print/pdf/structure/arrange/arrange.ts'
import type { TagElement } from '../../../../../print/pdf/structure/tag-tree.ts'
import { listTags, shapes, tag, text } from '../tags.ts'
import type { Part } from '../tags.ts'

function item(label: string, parts: readonly Part[]): TagElement {
  return tag('LI', [tag('Lbl', [label]), ...parts])
}

it('keeps items with their label, text and lists in them', () => {
  const nested = tag('L', [item('a. ', ['deep'])])
  const list = tag('L', [
    item('1. ', ['one ', tag('Span', ['bold']), nested]),
    item('2. ', ['two']),
  ])
  expect(listTags(arrangeBlocks([tag('Div', [list])]))).toEqual([
    'L',
    '  LI',
    '    Lbl',
    '      "1. "',
    '    LBody',
    '      P',
    '        "one "',
    '        "bold"',
    '      L',
    '        LI',
    '          Lbl',
    '            "a. "',
    '          LBody',
    '            "deep"',
    '  LI',
    '    Lbl',
    '      "2. "',
    '    LBody',
    '      "two"',
  ])
})

it('keeps the paragraphs of an item', () => {
  expect(
    listTags(arrangeBlocks([tag('L', [item('• ', [tag('P', ['a']), tag('P', ['b'])])])])),
  ).toEqual([
    'L',
    '  LI',
    '    Lbl',
    '      "• "',
    '    LBody',
    '      P',
    '        "a"',
    '      P',
    '        "b"',
  ])
})

it('tells that a drawn marker is a bullet', () => {
  const drawn = tag('LI', [tag('Lbl', [shapes()]), 'one'])
  expect(listTags(arrangeBlocks([tag('L', [drawn])]))).toEqual([
    'L',
    '  LI',
    '    Lbl actualText=•',
    '      (shapes)',
    '    LBody',
    '      "one"',
  ])
})

it('keeps items without a marker, and leaves out empty ones', () => {
  const list = tag('L', [shapes(), tag('LI', ['one']), tag('LI', [shapes()]), tag('LI', [])])
  expect(listTags(arrangeBlocks([list]))).toEqual(['L', '  LI', '    LBody', '      "one"'])
})

it('gives a list between two items to the one before', () => {
  const list = tag('L', [
    tag('L', [item('- ', ['first'])]),
    item('1. ', ['a']),
    tag('L', [item('- ', ['b'])]),
  ])
  expect(listTags(arrangeBlocks([list]))).toEqual([
    'L',
    '  LI',
    '    LBody',
    '      L',
    '        LI',
    '          Lbl',
    '            "- "',
    '          LBody',
    '            "first"',
    '  LI',
    '    Lbl',
    '      "1. "',
    '    LBody',
    '      "a"',
    '      L',
    '        LI',
    '          Lbl',
    '            "- "',
    '          LBody',
    '            "b"',
  ])
})

it('finds items in boxes', () => {
  const list = tag('L', [tag('Div', [item('1. ', ['a']), item('2. ', ['b'])]), tag('Div', ['c'])])
  expect(listTags(arrangeBlocks([list]))).toEqual([
    'L',
    '  LI',
    '    Lbl',
    '      "1. "',
    '    LBody',
    '      "a"',
    '  LI',
    '    Lbl',
    '      "2. "',
    '    LBody',
    '      "b"',
    '  LI',
    '    LBody',
    '      "c"',
  ])
})

it('takes what stands in a list beside its items for an item', () => {
  expect(listTags(arrangeBlocks([tag('L', [text('loose'), item('• ', ['a'])])]))).toEqual([
    'L',
    '  LI',
    '    LBody',
    '      P',
    '        "loose"',
    '  LI',
    '    Lbl',
    '      "• "',
    '    LBody',
    '      "a"',
  ])
})

it('makes notes of a list of footnotes, with their labels', () => {
  const note = (label: string, words: string): TagElement =>
    tag('Note', [tag('Lbl', [label]), tag('P', [words])])
  expect(listTags(arrangeBlocks([tag('L', [note('1. ', 'one'), note('2. ', 'two')])]))).toEqual([
    'Note',
    '  Lbl',
    '    "1. "',
    '  P',
    '    "one"',
    'Note',
    '  Lbl',
    '    "2. "',
    '  P',
    '    "two"',
  ])
})

it('gives notes the language of their list', () => {
  const list = tag('L', [tag('Note', [tag('Lbl', ['1. ']), 'eins'])], { language: 'de' })
  expect(listTags(arrangeBlocks([list])).at(0)).toBe('Note language=de')
})
