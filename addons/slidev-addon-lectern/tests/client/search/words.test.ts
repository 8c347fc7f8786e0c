import { expect, it } from 'vitest'

import { readRuns } from '../../../client/search/words.ts'

it.each([
  ['Words, here!', 'words here'],
  ['Café naïve ﬁne Ａ', 'cafe naive fine a'],
  ['Straße', 'strasse'],
  ['camelCase', 'camelcase camel case'],
  ['XMLHttpRequest', 'xmlhttprequest xml http request'],
  ['snake_case __init__', 'snakecase snake case init'],
  ['fine-tuning', 'finetuning fine tuning'],
  ['GPUs 405B H100 don’t', 'gpus 405b h100 dont'],
  ['16,384 GPUs, 15.6T, 1,2', '16384 gpus 15.6t 1 2'],
  [String.raw`\alpha_i + \mathrm{softmax}`, 'alphai alpha i mathrm softmax'],
  ['torch.nn.Linear(d)', 'torch nn linear d'],
  ['模型', '模 型 模型'],
  ['Llama模型3', 'llama 模 型 模型 3'],
  ['が', 'が'],
  ['한국', '한 국 한국'],
  ['ー', 'ー'],
  ['', ''],
  ['→ % —', ''],
])('indexes %s as %s', (text, terms) => {
  const found = readRuns(text).flatMap(({ pieces }) => pieces.map(({ term }) => term))
  expect(found.join(' ')).toBe(terms)
})

it.each([
  ['Words here', [[['words']], [['here']]]],
  ['camelCase', [[['camelcase'], ['camel', 'case']]]],
  ['大模型', [[['大模', '模型']]]],
  ['模', [[['模']]]],
])('searches for %s', (text, ways) => {
  expect(readRuns(text).map((run) => run.ways)).toEqual(ways)
})

it('knows the place of each term', () => {
  const text = 'a snake_case, 大模型'
  const found = readRuns(text).flatMap(({ pieces }) => pieces)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'a',
    'snake_case',
    'snake',
    'case',
    '大',
    '模',
    '型',
    '大模',
    '模型',
  ])
})
