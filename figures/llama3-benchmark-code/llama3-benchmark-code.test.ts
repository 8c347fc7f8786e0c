import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import code from '../data/code.json'
import { figureText } from '../test-readers/figure-text.ts'
import { describeScores } from './llama3-benchmark-code.ts'
import Figure from './llama3-benchmark-code.vue'

const wrapper = mount(Figure)
const bodyRows = wrapper.findAll('tbody tr')

it('shows all of Table 18 with its half-widths', () => {
  const shown = bodyRows.map((row) => [
    row.get('th.label').text(),
    ...row.findAll('td').map((cell) => cell.text()),
  ])
  expect(shown).toEqual([
    ['Llama 3 8B', '72.6±6.8', '67.1±7.2', '60.8±4.3', '72.8±4.5'],
    ['Gemma 2 9B', '54.3±7.6', '48.8±7.7', '59.2±4.3', '71.7±4.5'],
    ['Mistral 7B', '40.2±7.5', '32.3±7.2', '42.6±4.3', '49.5±5.0'],
    ['Llama 3 70B', '80.5±6.1', '74.4±6.7', '75.4±3.8', '86.0±3.5'],
    ['Mixtral 8x22B', '75.6±6.6', '68.3±7.1', '66.2±4.1', '78.6±4.1'],
    ['GPT-3.5 Turbo', '68.0±7.1', '62.8±7.4', '71.2±4.0', '82.0±3.9'],
    ['Llama 3 405B', '89.0±4.8', '82.3±5.8', '78.8±3.6', '88.6±3.2'],
    ['GPT-4', '86.6±5.2', '77.4±6.4', '80.2±3.5', '83.6±3.7'],
    ['GPT-4o', '90.2±4.5', '86.0±5.3', '81.4±3.4', '87.8±3.3'],
    ['Claude 3.5 Sonnet', '92.0±4.2', '82.3±5.8', '76.6±3.7', '90.5±3.0'],
    ['Nemotron 4 340B', '73.2±6.8', '64.0±7.3', '75.4±3.8', '72.8±4.5'],
  ])
})

it('sets the three size classes apart and tints the Llama 3 row of each', () => {
  const sections = wrapper.findAll('tbody th.section')
  expect(sections.map((section) => [section.text(), section.attributes('rowspan')])).toEqual([
    ['8B class', '3'],
    ['70B class', '3'],
    ['405B / flagship class', '5'],
  ])
  const tinted = bodyRows.filter((row) => row.classes('tinted'))
  expect(tinted.map((row) => row.get('th.label').text())).toEqual([
    'Llama 3 8B',
    'Llama 3 70B',
    'Llama 3 405B',
  ])
})

it('marks the best of each class: Llama 3 in the two smaller ones, GPT-4o and Claude in the largest', () => {
  const best = bodyRows.map((row) => row.findAll('td').map((cell) => cell.classes('best')))
  const none = [false, false, false, false]
  const all = [true, true, true, true]
  expect(best).toEqual([
    all,
    none,
    none,
    all,
    none,
    none,
    none,
    none,
    [false, true, true, false],
    [true, false, false, true],
    none,
  ])
})

it('puts each value on one axis for all columns, which their scales name', () => {
  const scales = wrapper.findAll('tfoot td').map((cell) => cell.findAll('.tick-label'))
  const labels = scales.slice(1).map((scale) => scale.map((label) => Number(label.text())))
  expect(labels).toEqual([
    [20, 60, 100],
    [20, 60, 100],
    [20, 60, 100],
    [20, 60, 100],
  ])
  for (const [row, { values }] of code.python.rows.entries()) {
    const dots = bodyRows[row]?.findAll('.dot').map((dot) => dot.attributes('style'))
    for (const [at, value] of values.entries()) {
      const [low = 0, , high = 0] = labels[at] ?? []
      const place = Number.parseFloat(dots?.[at]?.replace('left: ', '') ?? '')
      expect(place).toBeCloseTo(((value - low) / (high - low)) * 100, 1)
    }
  }
})

it('finds 8B and 70B best of their class by score everywhere, 405B nowhere; by interval it asks all alike', () => {
  const counts = ['small', 'medium', 'large'].map((sizeClass) => {
    const results = code.python.columns.map((_, at) => {
      const [llama, ...rivals] = code.python.rows
        .filter((row) => row.size_class === sizeClass)
        .map((row) => ({ score: row.values[at] ?? 0, half: row.ci95_half_width[at] ?? 0 }))
      const [best] = rivals.toSorted((a, b) => b.score - a.score)
      const lead = (llama?.score ?? 0) - (best?.score ?? 0)
      return { lead, overlaps: Math.abs(lead) <= (llama?.half ?? 0) + (best?.half ?? 0) }
    })
    return {
      best: results.filter(({ lead }) => lead >= 0).length,
      level: results.filter(({ overlaps }) => overlaps).length,
    }
  })
  expect(counts).toEqual([
    { best: 4, level: 2 },
    { best: 4, level: 4 },
    { best: 0, level: 4 },
  ])
  expect(wrapper.get('.figure-finding').text()).toBe(
    '8B and 70B score best of their class in all 4; 405B in none, within the intervals',
  )
  expect(figureText(Figure)).toContain(
    'Interval overlaps the best rival’s: 8B in 2 of 4, 70B and 405B in all 4.',
  )
})

it('calls a size close only if it has no best score and all its intervals overlap', () => {
  const result = (size: string, best: number, level: number) => ({ size, best, level })
  expect(describeScores([result('8B', 3, 4), result('70B', 0, 3)], 4)).toBe(
    '8B scores best of its class in 3 of 4; 70B in none',
  )
  expect(describeScores([result('8B', 4, 4), result('70B', 0, 4)], 4)).toBe(
    '8B scores best of its class in all 4; 70B in none, within the intervals',
  )
})

it('names the benchmarks and credits the table', () => {
  const heads = wrapper.findAll('thead th').map((head) => head.text())
  expect(heads).toEqual(['Model', 'HumanEval', 'HumanEval+', 'MBPP', 'MBPP EvalPlus(base)'])
  expect(figureText(Figure)).toContain('Data: arXiv:2407.21783v3, Table 18')
})

it('lets the rivals come after Llama 3, and every value answer', () => {
  const later = bodyRows.filter((row) => row.attributes('data-step') === '1')
  expect(later).toEqual(bodyRows.filter((row) => !row.classes('tinted')))
  expect(wrapper.findAll('[data-value]')).toHaveLength(44)
  expect(wrapper.get('[data-value]').attributes()).toMatchObject({
    'data-row': 'Llama 3 8B',
    'data-column': 'HumanEval, pass@1',
    'data-value': '72.6 ±6.8',
    'data-unit': '%',
  })
})
