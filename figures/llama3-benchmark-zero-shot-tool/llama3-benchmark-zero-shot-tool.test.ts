import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import data from '../data/tool-use.json'
import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-benchmark-zero-shot-tool.vue'

it('shows every cell of Table 22 with its half-width, and marks the one that the model card has otherwise', () => {
  expect(tableText(Figure)).toEqual([
    ['Llama 3 8B', '38.5±4.1', '82.6±3.8', '8.2±1.3', '76.1±2.0'],
    ['Gemma 2 9B', '–', '56.5±4.9', '11.6±1.5', '–'],
    ['Mistral 7B', '24.7±3.6', '55.8±4.9', '4.7±1.0', '60.4±2.3'],
    ['Llama 3 70B', '56.7±4.2', '90.0±3.0', '29.7±2.1', '84.8±1.7'],
    ['Mixtral 8x22B', '48.5±4.2', '73.1±4.4', '26.0±2.0', '–'],
    ['GPT-3.5 Turbo', '37.2±4.1', '60.9±4.8', '36.3±2.2', '85.9±1.7'],
    ['Llama 3 405B', '58.7±4.1', '92.3±2.6a', '35.3±2.2', '88.5±1.5'],
    ['GPT-4', '50.3±4.2', '89.0±3.1', '22.5±1.9', '88.3±1.5'],
    ['GPT-4o', '56.1±4.2', '91.3±2.8', '41.4±2.3', '80.5±1.9'],
    ['Claude 3.5 Sonnet', '45.7±4.2', '92.6±2.6', '60.0±2.3', '90.2±1.4'],
    ['Nemotron 4 340B', '–', '–', '–', '86.5±1.6'],
  ])
})

it('sets the three classes apart in the order of the table', () => {
  const sections = mount(Figure).findAll('.section')
  expect(sections.map((section) => [section.text(), section.attributes('rowspan')])).toEqual([
    ['8B class', '3'],
    ['70B class', '3'],
    ['405B / flagship class', '5'],
  ])
})

it('sets the best of each class and column bold', () => {
  expect(boldCells(Figure)).toEqual([
    'Llama 3 8B: 38.5',
    'Llama 3 8B: 82.6',
    'Llama 3 8B: 76.1',
    'Gemma 2 9B: 11.6',
    'Llama 3 70B: 56.7',
    'Llama 3 70B: 90.0',
    'GPT-3.5 Turbo: 36.3',
    'GPT-3.5 Turbo: 85.9',
    'Llama 3 405B: 58.7',
    'Claude 3.5 Sonnet: 92.6',
    'Claude 3.5 Sonnet: 60.0',
    'Claude 3.5 Sonnet: 90.2',
  ])
})

it('explains the mark and the dash and credits the table', () => {
  const text = figureText(Figure)
  expect(text).toContain('a 92.0 in Meta’s model card.')
  expect(text).not.toContain('Table 2.')
  expect(text).toContain('–: no score in the paper.')
  expect(text).toContain('Data: arXiv:2407.21783v3, Table 22')
})

it('finds the benchmark in which Llama 3 is best of every class, and the size and the one in which it is furthest behind', () => {
  const deficits = data.columns.map((_, at) =>
    ['small', 'medium', 'large'].map((sizeClass) => {
      const [llama, ...rivals] = data.rows.filter((row) => row.size_class === sizeClass)
      return Math.max(...rivals.map((row) => row.values[at] ?? 0)) - (llama?.values[at] ?? 0)
    }),
  )
  const unbeaten = data.columns.filter((_, at) => deficits[at]?.every((points) => points <= 0))
  const worst = deficits.map((points) => Math.max(...points))
  const largest = Math.max(...worst)
  const size = ['8B', '70B', '405B'][deficits[worst.indexOf(largest)]?.indexOf(largest) ?? -1]
  expect(mount(Figure).get('.figure-finding').text()).toBe(
    `Llama 3 is unbeaten on ${unbeaten.join('; ')}, ` +
      `${size} ${largest.toFixed(1)} points behind on ${data.columns[worst.indexOf(largest)]}`,
  )
})

it('crops the axes, so that the intervals show', () => {
  const scales = mount(Figure)
    .findAll('tfoot .interval-strip')
    .map((scale) =>
      scale
        .findAll('.tick-label')
        .map((label) => label.text())
        .join(' '),
    )
  expect(scales).toEqual(['20 45 70', '50 75 100', '0 35 70', '55 75 95'])
})

it('gives every value that there is to those who ask', () => {
  const given = data.rows.flatMap(({ values }) => values.filter((value) => value !== null))
  const marks = mount(Figure).findAll('[data-value]')
  expect(marks.map((mark) => Number.parseFloat(mark.attributes('data-value') ?? ''))).toEqual(given)
})
