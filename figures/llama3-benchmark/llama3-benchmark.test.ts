import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import data from '../data/benchmarks-key.json'
import { figureText } from '../test-readers/figure-text.ts'
import { countBest, listFootnotes, listRows } from './llama3-benchmark.ts'
import Figure from './llama3-benchmark.vue'

const wrapper = mount(Figure)
const bodyRows = wrapper.findAll('tbody tr')

it('shows all of Table 2 in the order of the paper, marks behind the values', () => {
  const shown = bodyRows.map((row) => [
    row.get('th.label').text().replace(/\s+/g, ' '),
    ...row.findAll('td').map((cell) => cell.text()),
  ])
  const cells = (line: string): string[] => line.split(' ')
  expect(shown).toEqual([
    ['MMLU 5-shot', ...cells('69.4 72.3 61.1 83.6 76.9 70.7 87.3 82.6 85.1 89.1 89.9')],
    ['MMLU 0-shot, CoT', ...cells('73.0 72.3a 60.5 86.0 79.9 69.8 88.6 78.7b 85.4 88.7 88.3')],
    ['MMLU-Pro 5-shot, CoT', ...cells('48.3 – 36.9 66.4 56.3 49.2 73.3 62.7 64.8 74.0 77.0')],
    ['IFEval', ...cells('80.4 73.6 57.6 87.5 72.7 69.9 88.6 85.1 84.3 85.6 88.0')],
    ['HumanEval 0-shot', ...cells('72.6 54.3 40.2 80.5 75.6 68.0 89.0 73.2 86.6 90.2 92.0')],
    ['MBPP EvalPlus 0-shot', ...cells('72.8 71.7 49.5 86.0 78.6 82.0 88.6 72.8 83.6 87.8 90.5')],
    ['GSM8K 8-shot, CoT', ...cells('84.5 76.7 53.2 95.1 88.2 81.6 96.8 92.3c 94.2 96.1 96.4c')],
    ['MATH 0-shot, CoT', ...cells('51.9 44.3 13.0 68.0 54.1 43.1 73.8 41.1 64.5 76.6 71.1')],
    ['ARC Challenge 0-shot', ...cells('83.4 87.6 74.2 94.8 88.7 83.7 96.9 94.6 96.4 96.7 96.7')],
    ['GPQA 0-shot, CoT', ...cells('32.8d – 28.8 46.7 33.3 30.8 51.1d – 41.4 53.6 59.4')],
    ['BFCL', ...cells('76.1 – 60.4 84.8 – 85.9 88.5 86.5 88.3 80.5 90.2')],
    ['Nexus', ...cells('38.5 30.0e 24.7 56.7 48.5 37.2 58.7 – 50.3 56.1 45.7')],
    ['ZeroSCROLLS QuALITY', ...cells('81.0 – – 90.5 – – 95.2 – 95.2 90.5 90.5')],
    ['InfiniteBench En.MC', ...cells('65.1 – – 78.2 – – 83.4 – 72.1f 82.5 –')],
    ['NIH Multi-needle', ...cells('98.8 – – 97.5 – – 98.1 – 100.0 100.0 90.8')],
    ['MGSM 0-shot, CoT', ...cells('68.9 53.2 29.9 86.9 71.1 51.4 91.6 – 85.9 90.5 91.6')],
    ['of 16 rows ties included', ...cells('14 2 0 15 0 1 7 0 2 3 7')],
  ])
})

it('marks in each size class the best scores the data file names, ties included', () => {
  const shown = listRows(data).map((row) =>
    data.models.filter((_, at) => row.cells[at]?.best).map((model) => model.name),
  )
  const { rows } = data
  expect(shown.map((names) => names.toSorted())).toEqual(
    rows.map((row) => Object.values(row.best_in_class_derived).flat().toSorted()),
  )
})

it('counts as many bold cells in the last row as the rows above show', () => {
  const bold = data.models.map(
    (_, at) => bodyRows.slice(0, -1).filter((row) => row.findAll('td')[at]?.classes('best')).length,
  )
  expect(countBest(data).cells.map((cell) => Number(cell.text))).toEqual(bold)
  expect(bodyRows.at(-1)?.classes('total')).toBe(true)
})

it('heads the columns with the models in their size classes and tints those of Llama 3', () => {
  const groups = wrapper.findAll('thead .groups th[colspan="3"], thead .groups th[colspan="5"]')
  expect(groups.map((group) => group.text())).toEqual([
    '8B class',
    '70B class',
    '405B / flagship class',
  ])
  const heads = wrapper.findAll('thead tr:last-child th:not(.label)')
  expect(heads.map((head) => head.text().replace('\n', ' '))).toEqual(
    data.models.map((model) => model.name),
  )
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
    'a 5-shot, no chain of thought',
    'b no chain of thought',
    'c 0-shot',
    'd 30.4 (8B) and 50.7 (405B) in Meta’s model card',
    'e no value in Table 22',
    'f 72.0 in Table 21',
  ])
  for (const { doubt, short } of data.doubts) {
    for (const number of short?.match(/\d+\.\d|Table \d+/g) ?? []) {
      expect(doubt).toContain(number)
    }
  }
  const text = figureText(Figure)
  for (const footnote of footnotes) {
    expect(text).toContain(footnote.text)
  }
})

it('credits the table of the paper and says that the last row is counted', () => {
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Table 2; last row counted from it',
  )
})
