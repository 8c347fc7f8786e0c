import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import exams from '../data/exams.json'
import { figureText } from '../test-readers/figure-text.ts'
import { listExams } from './llama3-benchmark-exam.ts'
import Figure from './llama3-benchmark-exam.vue'

const wrapper = mount(Figure)
const bodyRows = wrapper.findAll('tbody tr')

it('shows all of Table 17 with the exams of one kind together and the average last', () => {
  const shown = bodyRows.map((row) => [
    row.get('th.label').text().replace(/\s+/g, ' '),
    ...row.findAll('td').map((cell) => cell.text()),
  ])
  const cells = (line: string): string[] => line.split(' ')
  expect(shown).toEqual([
    ['Official preptests', ...cells('53.9 74.2 81.1 54.3 73.7 77.4 80.0')],
    ['Reading', ...cells('57.4 71.4 74.8 61.3 – 82.1 85.1')],
    ['Math', ...cells('73.3 91.9 94.9 77.3 – 95.5 95.8')],
    ['Quantitative', ...cells('56.0 84.0 96.0 36.0 76.0 92.0 92.0')],
    ['Verbal', ...cells('65.7 85.1 86.6 65.7 91.0 95.5 92.5')],
    ['Physics', ...cells('48.0 74.7 80.0 50.7 – 89.3 90.7')],
    ['Quantitative 130–170', ...cells('152 158 162 155 161 166 164')],
    ['Verbal 130–170', ...cells('149 166 166 154 162 167 167')],
    ['Art History', ...cells('75.6 84.4 86.7 68.9 71.1 80.0 77.8')],
    ['Biology', ...cells('91.7 100.0 100.0 91.7 95.8 100.0 100.0')],
    ['Calculus', ...cells('57.1 54.3 88.6 62.9 68.6 91.4 88.6')],
    ['Chemistry', ...cells('59.4 96.9 90.6 62.5 68.8 93.8 96.9')],
    ['English Language', ...cells('69.8 90.6 94.3 77.4 88.7 98.1 90.6')],
    ['English Literature', ...cells('59.3 79.6 83.3 53.7 88.9 88.9 85.2')],
    ['Environmental Science', ...cells('73.9 89.1 93.5 73.9 73.9 89.1 84.8')],
    ['Macroeconomics', ...cells('72.4 98.3 98.3 67.2 91.4 96.5 94.8')],
    ['Microeconomics', ...cells('70.8 91.7 93.8 64.6 89.6 97.9 97.9')],
    ['Physics', ...cells('57.1 78.6 92.9 35.7 71.4 71.4 78.6')],
    ['Psychology', ...cells('94.8 100.0 100.0 94.8 100.0 100.0 100.0')],
    ['Statistics', ...cells('66.7 59.3 85.2 48.1 77.8 92.6 96.3')],
    ['US Government', ...cells('90.2 97.6 97.6 78.0 78.0 100.0 100.0')],
    ['US History', ...cells('78.0 97.6 97.6 85.4 70.7 95.1 95.1')],
    ['World History', ...cells('94.1 100.0 100.0 88.2 85.3 100.0 97.1')],
    [
      'Average of 15 exams',
      ...cells('74.1±3.4 87.9±2.5 93.5±1.9 70.2±3.5 81.3±3.0 93.0±2.0 92.2±2.1'),
    ],
  ])
})

it('names the kind of exam once a section', () => {
  const sections = wrapper.findAll('tbody th.section')
  expect(sections.map((section) => [section.text(), section.attributes('rowspan')])).toEqual([
    ['LSAT', '1'],
    ['SAT', '2'],
    ['GMAT', '2'],
    ['GRE', '3'],
    ['AP', '16'],
  ])
})

it('averages as many AP exams as the average says', () => {
  const single = exams.rows.filter((row) => row.group === 'AP')
  expect(single).toHaveLength(exams.facts.ap_exam_count)
})

it('marks the largest value of each row and no other, ties included', () => {
  for (const { cells } of listExams(exams)) {
    const values = cells.map((cell) => (cell.text === '–' ? 0 : Number(cell.text)))
    expect(cells.map((cell) => cell.best)).toEqual(
      values.map((value) => value === Math.max(...values)),
    )
  }
})

it('makes the 405B model the best on the average', () => {
  const best = bodyRows.at(-1)?.findAll('td.best')
  expect(best?.map((cell) => cell.text())).toEqual(['93.5±1.9'])
})

it('heads the columns with the models and tints those of Llama 3', () => {
  const heads = wrapper.findAll('thead th:not(.label)')
  expect(heads.map((head) => head.text().replace('\n', ' '))).toEqual(exams.models)
  expect(heads.map((head) => head.classes('tinted'))).toEqual(
    exams.models.map((model) => model.startsWith('Llama 3')),
  )
})

it('credits the table and says that intervals were left out', () => {
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Table 17; 95% intervals left out except for the average.',
  )
})
