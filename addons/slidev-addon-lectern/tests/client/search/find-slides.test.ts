import { describe, expect, it } from 'vitest'

import type { Segment } from '../../../client/search/excerpt.ts'
import { findSlides } from '../../../client/search/find-slides.ts'
import { createIndex } from '../../../client/search/slide-index.ts'
import type { SlideRecord } from '../../../client/search/slide-record.ts'

const record = (slide: number, texts: Partial<SlideRecord>): SlideRecord => ({
  slide,
  title: '',
  text: '',
  alt: '',
  code: '',
  formulas: '',
  ...texts,
})

const INDEX = createIndex([
  record(1, { title: 'The Llama 3 herd', text: 'A herd of models. 16,384 GPUs for 54 days.' }),
  record(2, { title: 'Scaling laws', text: 'Résumé of compute', alt: 'Curves of validation loss' }),
  record(3, { title: 'Code', code: 'function readAllSlides(max_count) {}' }),
  record(4, { title: 'Loss', formulas: String.raw`L(\theta) = -\sum_i \log p_i` }),
  record(5, { title: '模型训练', text: '大规模数据、学习率' }),
  record(6, { title: 'Languages', text: 'C++, C# and .NET; cats, class' }),
  record(7, { text: 'Set α with --no-cache or cache. Pass@1 of i/o' }),
  record(8, { text: 'Naïve مُقَدِّمَة of Łódź', formulas: String.raw`E = mc^2 + \alpha + \varepsilon` }),
  record(12, { title: 'Twelve', text: '3 stages' }),
])

const mark = (segments: readonly Segment[]): string =>
  segments.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')

/** Finds the numbers of the slides. */
const find = (text: string): number[] => findSlides(INDEX, text).map(({ slide }) => slide)

describe('slides are found', () => {
  it.each([
    ['by a word of the title', 'scaling', [2]],
    ['by the beginning of a word', 'scal', [2]],
    ['without case and accents', 'RESUME', [2]],
    ['with accents that the text lacks', 'hérd', [1]],
    ['by all words', 'herd gpus', [1]],
    ['not by some of them', 'herd curves', []],
    ['with two neighboring letters swapped', 'scailng', [2]],
    ['not with two other letters wrong', 'scoiing', []],
    ['with its signs', 'C++', [6]],
    ['not with other signs', 'C*', []],
    ['by the beginning of its signs', 'c+', [6]],
    ['not by the letter of a name that is nowhere', 'F#', []],
    ['by a name after a sign', '.net', [6]],
    ['by the name alone', 'net', [6]],
    ['by a flag', '--no-c', [7]],
    ['by a flag that is a word elsewhere', '--herd', [1]],
    ['by the parts of a name elsewhere', 'loss/curves', [2]],
    ['by a metric', 'pass@1', [7]],
    ['not by words that begin with the letters around a sign', 'h/t', []],
    ['without vowel points', 'مقدمة', [8]],
    ['without a stroke', 'lodz', [8]],
    ['by a Greek letter, in formulas too', 'α', [7, 8]],
    ['by the name of a Greek letter', 'alpha', [7, 8]],
    ['by a Greek letter with two forms', 'ε', [8]],
    ['by a formula without its signs', 'mc2', [8]],
    ['by a formula', 'mc^2', [8]],
    ['with a letter too few', 'validtion', [2]],
    ['not by another number', '16385', []],
    ['by a number with or without a comma', '16384', [1]],
    ['by a number as it is written', '16,384', [1]],
    ['by a part of a name', 'slides', [3]],
    ['by a whole name', 'readAllSlides', [3]],
    ['by a whole name in lower case', 'readallslides', [3]],
    ['by a name written otherwise', 'maxCount', [3]],
    ['by a command of TeX', String.raw`\theta`, [4]],
    ['by its name', 'theta', [4]],
    ['by two characters', '训练', [5]],
    ['by one character', '率', [5]],
    ['not by characters in another order', '练训', []],
    ['not by nothing', '  ', []],
    ['not by signs', '→', []],
  ])('%s', (_, text, slides) => {
    expect(find(text)).toEqual(slides)
  })

  it('with a word that is there, not with those that are spelled like it', () => {
    const index = createIndex([record(1, { text: 'token' }), record(2, { text: 'taken' })])
    expect(findSlides(index, 'token').map(({ slide }) => slide)).toEqual([1])
  })

  it.each([
    ['R&D', [1]],
    ['C/C++', [2]],
    ['C++/C', [2]],
    ['C/C#', []],
    ['C++', [2]],
    ['C++17', [4]],
  ])('with the parts of %s, and not with words that begin with its letters', (text, slides) => {
    const index = createIndex([
      record(1, { text: 'R & D' }),
      record(2, { text: 'C and C++' }),
      record(3, { text: 'Code, data, results' }),
      record(4, { text: 'C in 17 days' }),
    ])
    expect(findSlides(index, text).map(({ slide }) => slide)).toEqual(slides)
  })

  it('with one of two names that the slide has together', () => {
    const index = createIndex([record(1, { text: 'C/C++' })])
    expect(findSlides(index, 'C++')[0]?.excerpt).toEqual([
      { text: 'C/', isFound: false },
      { text: 'C++', isFound: true },
    ])
  })

  it.each([
    ['validation', []],
    ['1', []],
    ['loss-', [4, 2]],
    ['C++/', [6]],
  ])('by the beginning of 100,000 characters: %s…', (part, slides) => {
    expect(find(part.repeat(100_000 / part.length))).toEqual(slides)
  })

  it('with the word in the title first', () => {
    expect(find('loss')).toEqual([4, 2])
  })

  it('first by their number, then by the same number in their text', () => {
    expect(find('3')).toEqual([3, 1, 12])
    expect(find('12')).toEqual([12])
    expect(find('99')).toEqual([])
  })
})

describe('a found slide', () => {
  it.each([
    ['herd', 1, 'The Llama 3 [herd]', 'A [herd] of models. 16,384 GPUs for 54 days.', 'text'],
    ['curves loss', 2, 'Scaling laws', '[Curves] of validation [loss]', 'alt'],
    ['slides count', 3, 'Code', 'function readAll[Slides](max_[count]) {}', 'code'],
    ['theta', 4, 'Loss', String.raw`L(\[theta]) = -\sum_i \log p_i`, 'formulas'],
    ['训练', 5, '模型[训练]', '大规模数据、学习率', 'text'],
    ['12', 12, 'Twelve', '3 stages', 'text'],
    ['C++', 6, 'Languages', '[C++], C# and .NET; cats, class', 'text'],
    ['مقدمة', 8, '', 'Naïve [مُقَدِّمَة] of Łódź', 'text'],
  ])('for %s says where and what was found', (text, slide, title, excerpt, kind) => {
    const [first] = findSlides(INDEX, text)
    expect(first).toMatchObject({ slide, kind })
    expect(mark(first?.title ?? [])).toBe(title)
    expect(mark(first?.excerpt ?? [])).toBe(excerpt)
  })
})
