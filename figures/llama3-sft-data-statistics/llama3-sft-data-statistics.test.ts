import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-sft-data-statistics.vue'

it('shows every cell of Table 7, with marks where another number is printed or computed', () => {
  expect(tableText(Figure)).toEqual([
    ['General English', '52.66', '6.3', '974.0', '656.7', '317.1'],
    ['Code', '14.89', '2.7', '753.3', '378.8', '374.5'],
    ['Multilingual', '3.01', '2.7', '520.5', '230.8', '289.7'],
    ['Exam-like', '8.14', '2.3', '297.8', '124.4', '173.4'],
    ['Reasoning and tools', '21.19', '3.1', '661.6', '359.8', '301.9'],
    ['Long context', '0.11a', '6.7', '38,135.6', '37,395.2', '740.5'],
    ['Total', '100.00', '4.7', '846.1b', '535.7b', '310.4'],
  ])
})

it('heads the columns in the order of the data and groups the means', () => {
  const heads = mount(Figure)
    .findAll('thead th')
    .map((head) => head.text())
  expect(heads).toEqual([
    '',
    '',
    'Mean per example',
    'Finetuning data',
    'Share of examples, %',
    'Turns',
    'Tokenscontext + response',
    'in contextall turns but the last',
    'in final responsethe training target',
  ])
})

it('sets the largest share and the long-context outliers bold', () => {
  expect(boldCells(Figure)).toEqual([
    'General English: 52.66',
    'Long context: 6.7',
    'Long context: 38,135.6',
    'Long context: 37,395.2',
    'Long context: 740.5',
  ])
})

it('explains both marks and credits the table', () => {
  const text = figureText(Figure)
  expect(text).toContain('a 0.1% in the running text.')
  expect(text).toContain('b As printed; the rows give one token more')
  expect(text).toContain('Data: arXiv:2407.21783v3, Table 7')
})
