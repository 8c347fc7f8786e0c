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
  ['torch.nn.Linear(d)', 'torch.nn.linear torch nn linear d'],
  ['C++, C# and F#.', 'c++ c c# c and f# f'],
  ['C++17/C#', 'c++17/c# c++17 c 17 c# c'],
  ['使用.NET语言', '使 用 使用 .net net 语 言 语言'],
  ['use --dry-run -v (@user)', 'use --dryrun dryrun dry run -v v @user user'],
  ['I/O R&D pass@1 x86', 'i/o i o r&d r d pass@1 pass 1 x86'],
  ['std::sort a.b@c.de', 'std::sort std sort a.b@c.de a b c de'],
  ['The end. (Or - not?) a + b, 1+2', 'the end or not a b 1 2'],
  ['mc^2 mc^{2} 10^25 10^{25}', 'mc2 mc 2 mc2 mc 2 10^25 10 25 10^25 10 25'],
  ['Łódź Đặng Tromsø œuvre ılık İzmir', 'lodz dang tromso oeuvre ilik izmir'],
  ['Þór Sæþór ħ Sámi ŋ Ħal ẞ', 'thor saethor h sami n hal ss'],
  ['Hawaiʻi ʿAyn', 'hawaii ayn'],
  ['ΛΌΓΟΣ λόγος', 'λογοσ λογοσ'],
  ['مُقَدِّمَة مقدمة', 'مقدمه مقدمه'],
  ['أحمد إلى کتاب كتـــاب', 'احمد الي كتاب كتاب'],
  ['می\u200Cخواهم', 'ميخواهم مي خواهم'],
  ['נִקּוּד נקוד', 'נקוד נקוד'],
  ['हिन्दी की कि', 'हिन्दी की कि'],
  ['\u0301 \u0640', ''],
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
  ['C++', [[['c++']]]],
  ['.NET/x', [[['.net/x']]]],
])('searches for %s', (text, ways) => {
  expect(readRuns(text).map((run) => run.ways)).toEqual(ways)
})

it('knows the place of each term', () => {
  const text = 'a snake_case, C++ נִקּוּד 大模型'
  const found = readRuns(text).flatMap(({ pieces }) => pieces)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'a',
    'snake_case',
    'snake',
    'case',
    'C++',
    'C',
    'נִקּוּד',
    '大',
    '模',
    '型',
    '大模',
    '模型',
  ])
})
