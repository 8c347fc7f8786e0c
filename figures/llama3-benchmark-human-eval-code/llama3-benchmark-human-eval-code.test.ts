import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import evaluation from '../data/human-eval-tools.json'
import { figureText } from '../test-readers/figure-text.ts'
import { describeTasks, listTasks } from './llama3-benchmark-human-eval-code.ts'
import Figure from './llama3-benchmark-human-eval-code.vue'

it('labels each task with its win, tie and loss share and the lead', () => {
  const bars = mount(Figure)
    .findAll('g:has(> .task)')
    .map((bar) => bar.findAll('text').map((text) => text.text()))
  expect(bars).toEqual([
    ['Text-only code execution', '51.6', '14.1', '34.3', '+17.3'],
    ['Plots generation', '54.7', '14.2', '31.1', '+23.6'],
    ['File uploads', '22.9', '12.9', '64.2', '−41.3'],
  ])
})

it('makes each segment as wide as its share and lets it start where the one before ends', () => {
  const wrapper = mount(Figure)
  const full = Number(wrapper.get('.head.loss').attributes('x'))
  const segments = wrapper.findAll('.segment rect').map((rect) => ({
    start: Number(rect.attributes('x')),
    width: Number(rect.attributes('width')),
  }))
  expect(segments).toHaveLength(9)
  for (const [row, { values }] of evaluation.rows.entries()) {
    let start = 0
    for (const [at, value] of values.entries()) {
      const segment = segments[row * 3 + at]
      expect(segment?.start).toBeCloseTo(start, 6)
      expect(segment?.width).toBeCloseTo((value / 100) * full, 6)
      start += (value / 100) * full
    }
  }
})

it('sets the larger of win and loss bold', () => {
  const bold = mount(Figure).findAll('.segment.leads text')
  expect(bold.map((text) => text.text())).toEqual(['51.6', '54.7', '64.2'])
})

it('rejects a row whose shares do not add up to 100', () => {
  const rows = [{ task: 'Plots generation', values: [54.7, 14.2, 41.1] }]
  expect(() => listTasks({ decimals: 1, rows })).toThrow('"Plots generation" has the values 54.7')
})

it('names both models, the prompts and the source, and leaves doubts to the data', () => {
  const text = figureText(Figure)
  expect(text).toContain('Llama 3 405B preferred')
  expect(text).toContain('GPT-4o preferred')
  expect(text).toContain('2,000 prompts in all; GPT-4o through OpenAI’s Assistants API.')
  expect(text).toContain('Lead: won minus lost, computed by us.')
  expect(text).toContain('Data: arXiv:2407.21783v3, Figure 16')
  expect(text).not.toMatch(/read|image/)
})

it('says who is preferred where', () => {
  const won = (at: 0 | 2) =>
    evaluation.rows
      .filter(({ values }) => (values[at] ?? 0) > (values[2 - at] ?? 0))
      .map(({ task }) => task.toLowerCase())
  expect(mount(Figure).get('.figure-finding').text()).toBe(
    `Llama 3 405B is preferred on ${won(0).join(' and ')}, GPT-4o on ${won(2).join(' and ')}`,
  )
  const even = [
    { task: 'A', lead: 1 },
    { task: 'B', lead: 0 },
    { task: 'C', lead: -1 },
  ]
  expect(describeTasks(even, 'Llama', 'GPT')).toBe('Llama is preferred on a, GPT on c')
})

it('lets the tasks come one by one, and every share and lead answer', () => {
  const wrapper = mount(Figure)
  expect(wrapper.findAll('.row').map((row) => row.attributes('data-step'))).toEqual([
    undefined,
    '1',
    '2',
  ])
  const first = wrapper.get('.row').findAll('[data-value]')
  expect(first.map((mark) => mark.attributes('data-column'))).toEqual([
    'Llama 3 405B preferred',
    'Tie',
    'GPT-4o preferred',
    'Lead of Llama 3 405B',
  ])
})
