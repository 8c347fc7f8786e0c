import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Component } from 'vue'

import statistics from '../data/sft-data.json'
import PreferenceData from '../llama3-preference-data-statistics/llama3-preference-data-statistics.vue'
import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-sft-data-statistics.vue'

it('shows every cell of Table 7', () => {
  expect(tableText(Figure)).toEqual([
    ['General English', '52.66', '6.3', '974.0', '656.7', '317.1'],
    ['Code', '14.89', '2.7', '753.3', '378.8', '374.5'],
    ['Multilingual', '3.01', '2.7', '520.5', '230.8', '289.7'],
    ['Exam-like', '8.14', '2.3', '297.8', '124.4', '173.4'],
    ['Reasoning and tools', '21.19', '3.1', '661.6', '359.8', '301.9'],
    ['Long context', '0.11', '6.7', '38,135.6', '37,395.2', '740.5'],
    ['Total', '100.00', '4.7', '846.1', '535.7', '310.4'],
  ])
})

it('heads the columns in the order of the data', () => {
  const heads = mount(Figure)
    .findAll('thead th')
    .map((head) => head.text())
  expect(heads).toEqual([
    'Finetuning data',
    'Examples, %',
    'Turnsper example',
    'Tokensper example',
    'Tokensin context',
    'Tokensin final response',
  ])
})

it('has the heads of the preference data, as far as the data are alike', () => {
  const readHeads = (figure: Component): string[] =>
    mount(figure)
      .findAll('thead th')
      .map((head) => head.text())
  const alike = /^(?:Turns|Tokens)per|, %$/
  const [mine, other] = [Figure, PreferenceData].map(readHeads)
  expect(mine?.map((head) => alike.test(head))).toEqual(other?.map((head) => alike.test(head)))
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

it('says on top what half of the data are, and how long the long-context examples', () => {
  const [shares, tokens] = [0, 2].map(
    (at) => new Map(statistics.rows.map(({ dataset, values }) => [dataset, values[at] ?? 0])),
  )
  const times = (tokens?.get('Long context') ?? 0) / (tokens?.get('Total') ?? 0)
  expect(mount(Figure).get('.figure-finding').text()).toBe(
    `${shares?.get('General English')?.toFixed(0)}% are general English; long context is ` +
      `${shares?.get('Long context')}%, but ${times.toFixed(0)} times as long as the average`,
  )
})

it('lets every value be asked for', () => {
  const cells = mount(Figure).findAll('td[data-value]')
  expect(cells).toHaveLength(statistics.rows.length * statistics.columns.length)
  expect(cells.at(-1)?.attributes()).toMatchObject({
    'data-row': 'Total',
    'data-column': 'Mean tokens in final response',
    'data-value': '310.4',
  })
})

it('credits the table, and says what means are and what context is', () => {
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Table 7; turns and tokens are means; context: all turns but the last.',
  )
})
