import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-benchmark-long-context.vue'

it('shows every cell of Table 21 with its half-width, and marks the two in doubt', () => {
  expect(tableText(Figure)).toEqual([
    ['Llama 3 8B', '81.0±16.8', '39.3±18.1', '15.3±7.9', '27.1±4.6', '65.1±6.2', '98.8±1.2'],
    ['Llama 3 70B', '90.5±12.6', '49.0±18.5', '16.4±8.1', '36.7±5.0', '78.2±5.4', '97.5±1.7'],
    ['Llama 3 405B', '95.2±9.1', '49.8±18.5', '15.4±7.9', '30.5±4.8', '83.4±4.8', '98.1±1.5'],
    ['GPT-4', '95.2±9.1', '50.5±18.5', '13.2±7.4', '15.7±3.8', '72.0±5.8a', '100.0±0.0'],
    ['GPT-4o', '90.5±12.5b', '49.2±18.5', '18.8±8.6', '19.1±4.1', '82.5±4.9', '100.0±0.0'],
    ['Claude 3.5 Sonnet', '90.5±12.6', '18.5±14.4', '13.4±7.5', '11.3±3.3', '–', '90.8±3.2'],
  ])
})

it('groups the benchmarks by suite and names each metric', () => {
  const heads = mount(Figure)
    .findAll('thead th')
    .map((head) => head.text())
  expect(heads).toEqual([
    '',
    'ZeroSCROLLS',
    'InfiniteBench',
    'NIH',
    'Model',
    'QuALITYexact match',
    'QasperF1',
    'SQuALITYROUGE-L',
    'En.QAF1',
    'En.MCaccuracy',
    'Multi-needlerecall',
  ])
})

it('sets the best of each column bold, both where they are equal', () => {
  expect(boldCells(Figure)).toEqual([
    'Llama 3 70B: 36.7',
    'Llama 3 405B: 95.2',
    'Llama 3 405B: 83.4',
    'GPT-4: 95.2',
    'GPT-4: 50.5',
    'GPT-4: 100.0',
    'GPT-4o: 18.8',
    'GPT-4o: 100.0',
  ])
})

it('explains the marks and the needles and credits the table', () => {
  const text = figureText(Figure)
  expect(text).toContain('a 72.1 in Table 2.')
  expect(text).toContain('b As printed; equal scores have ±12.6.')
  expect(text).toContain('2 of 4 needles')
  expect(text).toContain('Data: arXiv:2407.21783v3, Table 21')
})
