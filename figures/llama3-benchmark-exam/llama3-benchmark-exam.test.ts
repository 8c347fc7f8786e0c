import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import exams from '../data/exams.json'
import { figureText } from '../test-readers/figure-text.ts'
import { findLevel, listExams } from './llama3-benchmark-exam.ts'
import Figure from './llama3-benchmark-exam.vue'

const wrapper = mount(Figure)
const bodyRows = wrapper.findAll('tbody tr')

it('shows the average of the AP exams on top, then all other exams of Table 17 by kind', () => {
  const shown = bodyRows.map((row) => [
    row.get('th.label').text().replace(/\s+/g, ' '),
    ...row.findAll('td').map((cell) => cell.get('.value').text()),
  ])
  const cells = (line: string): string[] => line.split(' ')
  expect(shown).toEqual([
    ['Average of 15 exams', ...cells('74.1 87.9 93.5 70.2 81.3 93.0 92.2')],
    ['Official preptests', ...cells('53.9 74.2 81.1 54.3 73.7 77.4 80.0')],
    ['Reading', ...cells('57.4 71.4 74.8 61.3 – 82.1 85.1')],
    ['Math', ...cells('73.3 91.9 94.9 77.3 – 95.5 95.8')],
    ['Quantitative', ...cells('56.0 84.0 96.0 36.0 76.0 92.0 92.0')],
    ['Verbal', ...cells('65.7 85.1 86.6 65.7 91.0 95.5 92.5')],
    ['Physics', ...cells('48.0 74.7 80.0 50.7 – 89.3 90.7')],
    ['Quantitative 130–170', ...cells('152 158 162 155 161 166 164')],
    ['Verbal 130–170', ...cells('149 166 166 154 162 167 167')],
  ])
})

it('shows the half-width of every value that has one', () => {
  const shown = bodyRows.map((row) => row.findAll('td .minor').map((minor) => minor.text()))
  const halfWidths = ['AP Average', 'LSAT', 'SAT Reading', 'SAT Math', 'GMAT Quant.', 'GMAT Verbal']
    .concat('GRE Physics', 'GRE Quant.', 'GRE Verbal')
    .map((exam) => exams.rows.find((row) => row.exam === exam)?.ci95_half_width ?? [])
  expect(shown).toEqual(
    halfWidths.map((row) =>
      row.flatMap((each) => (typeof each === 'number' ? `±${each.toFixed(1)}` : [])),
    ),
  )
})

it('names the kind of exam once a section', () => {
  const sections = wrapper.findAll('tbody th.section')
  expect(sections.map((section) => [section.text(), section.attributes('rowspan')])).toEqual([
    ['AP', '1'],
    ['LSAT', '1'],
    ['SAT', '2'],
    ['GMAT', '2'],
    ['GRE', '3'],
  ])
})

it('says on top whom the 405B model is level with: those within its half-width', () => {
  const average = exams.rows.find(({ exam }) => exam === 'AP Average')
  const [score, half] = [average?.values[2] ?? 0, average?.ci95_half_width[2] ?? 0]
  const level = exams.models.filter(
    (_, at) => at !== 2 && Math.abs((average?.values[at] ?? 0) - score) <= half,
  )
  expect(level).toEqual(['GPT-4o', 'Claude 3.5 Sonnet'])
  expect(wrapper.get('.figure-finding').text()).toBe(
    `Over 15 AP exams, 405B is level with ${level.join(' and ')}`,
  )
  expect(() => findLevel({ ...exams, rows: [] })).toThrow(RangeError)
})

it('lets every value be asked for by the exam’s full name, scaled scores without percent', () => {
  const asked = bodyRows.map((row) => row.findAll('td[data-value]').at(-1)?.attributes())
  expect(
    asked.map((cell) => [cell?.['data-row'], cell?.['data-value'], cell?.['data-unit']]),
  ).toEqual([
    ['AP Average of 15 exams', '92.2 ±2.1', '%'],
    ['LSAT Official preptests', '80.0 ±3.9', '%'],
    ['SAT Reading', '85.1 ±3.1', '%'],
    ['SAT Math', '95.8 ±2.1', '%'],
    ['GMAT Quantitative', '92.0 ±10.6', '%'],
    ['GMAT Verbal', '92.5 ±6.3', '%'],
    ['GRE Physics', '90.7 ±6.6', '%'],
    ['GRE Quantitative (scaled score, 130–170)', '164', undefined],
    ['GRE Verbal (scaled score, 130–170)', '167', undefined],
  ])
  expect(asked[0]?.['data-column']).toBe('Claude 3.5 Sonnet')
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
  const best = bodyRows.at(0)?.findAll('td.best .value')
  expect(best?.map((cell) => cell.text())).toEqual(['93.5'])
})

it('heads the columns with the models and tints those of Llama 3', () => {
  const heads = wrapper.findAll('thead th:not(.label)')
  expect(heads.map((head) => head.text().replace('\n', ' '))).toEqual(exams.models)
  expect(heads.map((head) => head.classes('tinted'))).toEqual(
    exams.models.map((model) => model.startsWith('Llama 3')),
  )
})

it('credits the table and says what is left out', () => {
  expect(figureText(Figure)).toContain(
    'Data: arXiv:2407.21783v3, Table 17; the 15 single AP exams are left out.',
  )
})

it('leaves out exams with intervals of up to 26 points', () => {
  const halfWidths = exams.rows
    .filter(({ group }) => group === 'AP')
    .flatMap(({ ci95_half_width: row }) => row.map((each) => each ?? 0))
  expect(Math.round(Math.max(...halfWidths))).toBe(26)
})
