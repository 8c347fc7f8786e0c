import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import benchmarks from '../data/benchmarks-key.json'
import { figureText } from '../test-readers/figure-text.ts'
import { countLeads as countIndependently } from './facts.ts'
import {
  countLeads,
  findLead,
  LEFT_OUT,
  listFootnotes,
  listRows,
  omitModel,
} from './llama3-benchmark.ts'
import Figure from './llama3-benchmark.vue'

const data = omitModel(benchmarks, LEFT_OUT)
const wrapper = mount(Figure)
const bodyRows = wrapper.findAll('tbody tr')

it('shows Table 2 but for one model, in the order of the paper, marks behind the values', () => {
  const shown = bodyRows.map((row) => [
    row.get('th.label').text().replace(/\s+/g, ' '),
    ...row.findAll('td').map((cell) => cell.text()),
  ])
  const cells = (line: string): string[] => line.split(' ')
  expect(shown).toEqual([
    ['MMLU 5-shot', ...cells('69.4 72.3 61.1 83.6 76.9 70.7 87.3 85.1 89.1 89.9')],
    ['MMLU 0-shot, CoT', ...cells('73.0 72.3a 60.5 86.0 79.9 69.8 88.6 85.4 88.7 88.3')],
    ['MMLU-Pro 5-shot, CoT', ...cells('48.3 – 36.9 66.4 56.3 49.2 73.3 64.8 74.0 77.0')],
    ['IFEval', ...cells('80.4 73.6 57.6 87.5 72.7 69.9 88.6 84.3 85.6 88.0')],
    ['HumanEval 0-shot', ...cells('72.6 54.3 40.2 80.5 75.6 68.0 89.0 86.6 90.2 92.0')],
    ['MBPP EvalPlus 0-shot', ...cells('72.8 71.7 49.5 86.0 78.6 82.0 88.6 83.6 87.8 90.5')],
    ['GSM8K 8-shot, CoT', ...cells('84.5 76.7 53.2 95.1 88.2 81.6 96.8 94.2 96.1 96.4b')],
    ['MATH 0-shot, CoT', ...cells('51.9 44.3 13.0 68.0 54.1 43.1 73.8 64.5 76.6 71.1')],
    ['ARC Challenge 0-shot', ...cells('83.4 87.6 74.2 94.8 88.7 83.7 96.9 96.4 96.7 96.7')],
    ['GPQA 0-shot, CoT', ...cells('32.8c – 28.8 46.7 33.3 30.8 51.1c 41.4 53.6 59.4')],
    ['BFCL', ...cells('76.1 – 60.4 84.8 – 85.9 88.5 88.3 80.5 90.2')],
    ['Nexus', ...cells('38.5 30.0 24.7 56.7 48.5 37.2 58.7 50.3 56.1 45.7')],
    ['ZeroSCROLLS QuALITY', ...cells('81.0 – – 90.5 – – 95.2 95.2 90.5 90.5')],
    ['InfiniteBench En.MC', ...cells('65.1 – – 78.2 – – 83.4 72.1d 82.5 –')],
    ['NIH Multi-needle', ...cells('98.8 – – 97.5 – – 98.1 100.0 100.0 90.8')],
    ['MGSM 0-shot, CoT', ...cells('68.9 53.2 29.9 86.9 71.1 51.4 91.6 85.9 90.5 91.6')],
  ])
})

it('leaves out a model that leads no row', () => {
  expect(countLeads(benchmarks).find(({ model }) => model === LEFT_OUT)?.leads).toBe(0)
  expect(figureText(Figure)).toContain(`${LEFT_OUT} (leads no row) left out`)
})

it('marks in each size class with a rival the best scores the data file names, ties included', () => {
  const shown = listRows(data).map((row) =>
    data.models.filter((_, at) => row.cells[at]?.best).map((model) => model.name),
  )
  const named = benchmarks.rows.map(({ scores_percent: scores, best_in_class_derived: best }) =>
    Object.entries(best).flatMap(([sizeClass, names]) => {
      const inClass = scores.filter(
        (score, at) => score !== null && benchmarks.models[at]?.size_class === sizeClass,
      )
      return inClass.length > 1 ? names : []
    }),
  )
  expect(shown.map((names) => names.toSorted())).toEqual(named.map((names) => names.toSorted()))
})

it('says that ties are bold, which make the 405B model as good as its best rival', () => {
  const large = data.models.flatMap(({ size_class }, at) => (size_class === 'large' ? [at] : []))
  const soleLeads = (model: string): number =>
    data.rows.filter(({ scores_percent: scores }) => {
      const own = scores[data.models.findIndex(({ name }) => name === model)] ?? Number.NaN
      return large.filter((at) => (scores[at] ?? 0) >= own).length === 1
    }).length
  expect(['Llama 3 405B', 'Claude 3.5 Sonnet'].map(soleLeads)).toEqual([5, 6])
  expect(wrapper.get('.figure-notes').text()).toContain(
    'Bold: best of its class where a rival has a score, ties included.',
  )
})

it('counts for each model the bold cells that its column shows', () => {
  const bold = data.models.map(
    (_, at) => bodyRows.filter((row) => row.findAll('td')[at]?.classes('best')).length,
  )
  expect(countLeads(data).map(({ leads }) => leads)).toEqual(bold)
})

it('counts only rows in which a rival of the class has a score', () => {
  const counts = countLeads(data).map(({ model, leads, contested }) => [model, leads, contested])
  expect(counts).toEqual([
    ['Llama 3 8B', 11, 13],
    ['Gemma 2 9B', 2, 10],
    ['Mistral 7B', 0, 13],
    ['Llama 3 70B', 12, 13],
    ['Mixtral 8x22B', 0, 12],
    ['GPT-3.5 Turbo', 1, 13],
    ['Llama 3 405B', 7, 16],
    ['GPT-4 (0125)', 2, 16],
    ['GPT-4o', 3, 16],
    ['Claude 3.5 Sonnet', 7, 15],
  ])
  for (const { model, leads, contested } of countLeads(data)) {
    expect(countIndependently(model)).toEqual({ leads, contested })
  }
})

it('says on top how often Llama 3 leads, and who leads as often', () => {
  expect(wrapper.get('.figure-finding').text()).toBe(
    '405B is best in 7 of 16 rows, as many as Claude 3.5 Sonnet; 8B in 11 of 13, 70B in 12 of 13',
  )
  const withoutTie = { ...data, rows: data.rows.filter(({ benchmark }) => benchmark !== 'IFEval') }
  expect(findLead(withoutTie)).toBe(
    '405B is best in 6 of 15 rows, Claude 3.5 Sonnet in 7; 8B in 10 of 12, 70B in 11 of 12',
  )
  expect(() => findLead({ ...data, models: [] })).toThrow(RangeError)
})

it('heads the columns with the models in their size classes and tints those of Llama 3', () => {
  const groups = wrapper.findAll('thead .group')
  expect(groups.map((group) => group.text())).toEqual([
    '8B class',
    '70B class',
    '405B / flagship class',
  ])
  const heads = wrapper.findAll('thead .head.last:not(.label)')
  expect(heads.map((head) => head.text().replaceAll('\n', ' '))).toEqual(
    data.models.map((model) => model.name),
  )
  expect(heads.filter((head) => head.text().split('\n').length > 2)).toEqual([])
  const tinted = heads.filter((head) => head.classes('tinted'))
  expect(tinted.map((head) => head.text())).toEqual([
    'Llama 3\n8B',
    'Llama 3\n70B',
    'Llama 3\n405B',
  ])
})

it('explains every mark, with numbers that the doubts of the data file hold', () => {
  const footnotes = listFootnotes(data)
  expect(footnotes.map(({ mark, text }) => `${mark} ${text}`)).toEqual([
    'a 5-shot, no CoT',
    'b 0-shot',
    'c 30.4 (8B) and 50.7 (405B) in Meta’s model card',
    'd 72.0 in Table 21',
  ])
  for (const { doubt, short } of benchmarks.doubts) {
    for (const number of short?.match(/\d+\.\d|Table \d+/g) ?? []) {
      expect(doubt).toContain(number)
    }
  }
  const text = figureText(Figure)
  for (const footnote of footnotes) {
    expect(text).toContain(footnote.text)
  }
})

it('lets every score be asked for, with its setting, and none where the paper has none', () => {
  const asked = wrapper.findAll('td[data-value]').map((cell) => cell.attributes())
  expect(asked).toHaveLength(
    data.rows.flatMap((row) => row.scores_percent).filter((score) => score !== null).length,
  )
  expect(asked[10]).toMatchObject({
    'data-row': 'MMLU 0-shot, CoT',
    'data-column': 'Llama 3 8B',
    'data-value': '73.0',
    'data-unit': '%',
  })
  expect(wrapper.get('.figure-card').attributes('data-source')).toBe('Table 2')
})

it('credits the table of the paper', () => {
  expect(figureText(Figure)).toContain('Data: arXiv:2407.21783v3, Table 2;')
})
