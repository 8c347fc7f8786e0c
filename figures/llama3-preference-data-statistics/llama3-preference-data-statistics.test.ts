import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import statistics from '../data/preference-data.json'
import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-preference-data-statistics.vue'

it('shows every cell of Table 6 with its printed decimals', () => {
  expect(tableText(Figure)).toEqual([
    ['General English', '81.99', '4.1', '1,000.4', '36.4', '271.2'],
    ['Coding', '6.93', '3.2', '1,621.0', '113.8', '462.9'],
    ['Multilingual', '5.19', '1.8', '1,299.4', '77.1', '420.9'],
    ['Reasoning and tools', '5.89', '1.6', '707.7', '46.6', '129.9'],
    ['Total', '100.00', '3.8', '1,041.6', '44.5', '284.0'],
  ])
})

it('heads the columns in the order of the data', () => {
  const heads = mount(Figure)
    .findAll('thead th')
    .map((head) => head.text())
  expect(heads).toEqual([
    'Preference data',
    'Comparisons, %',
    'Turnsper dialog',
    'Tokensper example',
    'Tokensin prompt',
    'Tokensin response',
  ])
})

it('sets the largest value of each column bold and leaves the total out', () => {
  expect(boldCells(Figure)).toEqual([
    'General English: 81.99',
    'General English: 4.1',
    'Coding: 1,621.0',
    'Coding: 113.8',
    'Coding: 462.9',
  ])
})

it('draws each share as a bar of that width', () => {
  const widths = mount(Figure)
    .findAll('tbody tr:not(.total) .value-strip .bar')
    .map((bar) => bar.attributes('style'))
  expect(widths).toEqual(['width: 81.99%;', 'width: 6.93%;', 'width: 5.19%;', 'width: 5.89%;'])
})

it('says on top what most comparisons are, and which examples are longest', () => {
  const parts = statistics.rows.filter(({ dataset }) => dataset !== 'Total')
  const most = parts.find(
    ({ values: [share] }) => share === Math.max(...parts.map(({ values }) => values[0] ?? 0)),
  )
  const longest = parts.find(
    ({ values }) => values[2] === Math.max(...parts.map((each) => each.values[2] ?? 0)),
  )
  expect([most?.dataset, longest?.dataset]).toEqual(['General English', 'Coding'])
  expect(mount(Figure).get('.figure-finding').text()).toBe(
    `${most?.values[0]?.toFixed(0)}% are general English; coding examples are the longest`,
  )
})

it('lets every value be asked for, and says that turns and tokens are means', () => {
  const asked = mount(Figure)
    .findAll('tbody tr:nth-child(2) td')
    .map((cell) => cell.attributes())
  expect(asked.map((cell) => [cell['data-column'], cell['data-value'], cell['data-unit']])).toEqual(
    [
      ['Share of comparisons', '6.93', '%'],
      ['Mean turns per dialog', '3.2', undefined],
      ['Mean tokens per example', '1,621.0', undefined],
      ['Mean tokens in prompt', '113.8', undefined],
      ['Mean tokens in response', '462.9', undefined],
    ],
  )
  expect(asked[0]?.['data-row']).toBe('Coding')
  expect(mount(Figure).get('.figure-card').attributes('data-source')).toBe('Table 6')
})

it('credits the table of the paper and says that the values are means', () => {
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Table 6; turns and tokens are means.',
  )
})
