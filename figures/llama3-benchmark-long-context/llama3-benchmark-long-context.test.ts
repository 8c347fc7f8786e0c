import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import data from '../data/long-context.json'
import { figureText } from '../test-readers/figure-text.ts'
import { boldCells, tableText } from '../test-readers/table-text.ts'
import Figure from './llama3-benchmark-long-context.vue'

it('shows every cell of Table 21 with its half-width, and marks the one that Table 2 has otherwise', () => {
  expect(tableText(Figure)).toEqual([
    ['Llama 3 8B', '81.0±16.8', '39.3±18.1', '15.3±7.9', '27.1±4.6', '65.1±6.2', '98.8±1.2'],
    ['Llama 3 70B', '90.5±12.6', '49.0±18.5', '16.4±8.1', '36.7±5.0', '78.2±5.4', '97.5±1.7'],
    ['Llama 3 405B', '95.2±9.1', '49.8±18.5', '15.4±7.9', '30.5±4.8', '83.4±4.8', '98.1±1.5'],
    ['GPT-4', '95.2±9.1', '50.5±18.5', '13.2±7.4', '15.7±3.8', '72.0±5.8a', '100.0±0.0'],
    ['GPT-4o', '90.5±12.5', '49.2±18.5', '18.8±8.6', '19.1±4.1', '82.5±4.9', '100.0±0.0'],
    ['Claude 3.5 Sonnet', '90.5±12.6', '18.5±14.4', '13.4±7.5', '11.3±3.3', '–', '90.8±3.2'],
  ])
})

it('groups the benchmarks by suite and names each metric', () => {
  const heads = mount(Figure)
    .findAll('thead th')
    .map((head) => head.text())
  expect(heads).toEqual([
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

it('explains the mark, the dash and the needles and credits the table', () => {
  const text = figureText(Figure)
  expect(text).toContain('a 72.1 in Table 2.')
  expect(text).toContain('–: no score in the paper.')
  expect(text).toContain('2 of 4 needles')
  expect(text).toContain('Data: arXiv:2407.21783v3, Table 21')
})

it('finds 405B ahead or behind only where its interval and that of the best rival are apart', () => {
  const rows = data.rows.map(({ model, values, ci95_half_width: halfWidths }) => ({
    model,
    scores: values.map((value, at) => ({ value: value ?? -1, half: halfWidths[at] ?? 0 })),
  }))
  const llama = rows.find(({ model }) => model === 'Llama 3 405B')
  const apart = data.columns.flatMap(({ name }, at) => {
    const rivals = rows.flatMap(({ model, scores }) =>
      model.startsWith('Llama') ? [] : (scores[at] ?? []),
    )
    const [best] = rivals.toSorted((a, b) => b.value - a.value)
    const own = llama?.scores[at]
    const lead = (own?.value ?? 0) - (best?.value ?? 0)
    return Math.abs(lead) > (own?.half ?? 0) + (best?.half ?? 0) ? [{ name, ahead: lead > 0 }] : []
  })
  expect(apart).toEqual([
    { name: 'En.QA', ahead: true },
    { name: 'Multi-needle', ahead: false },
  ])
  expect(mount(Figure).get('.figure-finding').text()).toBe(
    `405B is ahead on En.QA, behind on Multi-needle, level with the best rival on the other ${data.columns.length - apart.length}`,
  )
})

it('crops the axes, so that the intervals fill them', () => {
  const scales = mount(Figure)
    .findAll('tfoot .interval-strip')
    .map((scale) => scale.findAll('.tick-label').map((label) => label.text()))
  expect(scales.map(([low, , high]) => `${low} to ${high}`)).toEqual([
    '60 to 100',
    '0 to 70',
    '0 to 30',
    '5 to 45',
    '50 to 90',
    '80 to 100',
  ])
})

it('names the values in full', () => {
  const marks = mount(Figure).findAll('[data-value]')
  expect(marks).toHaveLength(35)
  expect(marks[0]?.attributes('data-column')).toBe('ZeroSCROLLS QuALITY, exact match')
})
