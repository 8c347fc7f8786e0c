import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import scores from '../data/multilingual.json'
import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-benchmark-multilingual.vue'

it('shows every cell of Table 20, empty ones as a dash', () => {
  expect(tableText(Figure)).toEqual([
    ['Llama 3 8B', '68.9', '58.6'],
    ['Mistral 7B', '29.9', '46.8'],
    ['Gemma 2 9B', '53.2', '–'],
    ['Llama 3 70B', '86.9', '78.2'],
    ['GPT-3.5 Turbo', '51.4', '58.8'],
    ['Mixtral 8x22B', '71.1', '64.3'],
    ['Llama 3 405B', '91.6', '83.2'],
    ['GPT-4', '85.9', '80.2'],
    ['GPT-4o', '90.5', '85.5'],
    ['Claude 3.5 Sonnet', '91.6', '–'],
  ])
})

it('heads the columns in the order of the data', () => {
  expect(scores.columns).toEqual(['mgsm_0shot_cot_percent', 'multilingual_mmlu_5shot_percent'])
  const heads = mount(Figure)
    .findAll('thead th')
    .map((head) => head.text())
  expect(heads).toEqual(['Model', 'MGSM0-shot, CoT', 'Multilingual MMLU5-shot'])
})

it('sets the best of each class bold, both where they are equal', () => {
  expect(boldCells(Figure)).toEqual([
    'Llama 3 8B: 68.9',
    'Llama 3 8B: 58.6',
    'Llama 3 70B: 86.9',
    'Llama 3 70B: 78.2',
    'Llama 3 405B: 91.6',
    'GPT-4o: 85.5',
    'Claude 3.5 Sonnet: 91.6',
  ])
})

it('tints the three Llama 3 rows and credits the table', () => {
  const tinted = mount(Figure).findAll('tbody tr.tinted .label')
  expect(tinted.map((label) => label.text())).toEqual(['Llama 3 8B', 'Llama 3 70B', 'Llama 3 405B'])
  expect(figureText(Figure)).toContain('Data: arXiv:2407.21783v3, Table 20')
})

it('finds Llama 3 unbeaten in its class on MGSM, and which size is behind on MMLU', () => {
  const deficits = ['small', 'medium', 'large'].map((sizeClass) => {
    const [llama, ...rivals] = scores.rows.filter((row) => row.size_class === sizeClass)
    return [0, 1].map((at) => {
      const best = Math.max(...rivals.map((row) => row.values[at] ?? 0))
      return Number((best - (llama?.values[at] ?? 0)).toFixed(1))
    })
  })
  expect(deficits.every(([mgsm = 0]) => mgsm <= 0)).toBe(true)
  const behind = deficits.map(([, mmlu = 0]) => mmlu)
  const largest = Math.max(...behind)
  expect(behind.filter((points) => points > 0)).toEqual([largest])
  const size = ['8B', '70B', '405B'][behind.indexOf(largest)]
  expect(mount(Figure).get('.figure-finding').text()).toBe(
    `Llama 3 is unbeaten on MGSM, ${size} ${largest.toFixed(1)} behind on MMLU`,
  )
})

it('has one scale for both benchmarks', () => {
  const scales = mount(Figure)
    .findAll('tfoot .interval-strip')
    .map((scale) => scale.findAll('.tick-label').map((label) => Number(label.text())))
  expect(scales).toEqual([
    [25, 60, 95],
    [25, 60, 95],
  ])
})

it('explains the dash', () => {
  expect(figureText(Figure)).toContain('–: no score in the paper.')
})

it('gives every value that there is to those who ask', () => {
  const given = scores.rows.flatMap(({ values }) => values.filter((value) => value !== null))
  const marks = mount(Figure).findAll('[data-value]')
  expect(marks.map((mark) => Number(mark.attributes('data-value')))).toEqual(given)
  expect(marks[1]?.attributes('data-column')).toBe('Multilingual MMLU (5-shot)')
})
