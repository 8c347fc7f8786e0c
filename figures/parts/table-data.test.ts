import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import DataTable from './DataTable.vue'
import { listCellData } from './table-data.ts'
import type { TableColumn, TableRow } from './table.ts'

const COLUMNS: TableColumn[] = [
  { label: 'MBPP EvalPlus\n(base)', detail: 'pass@1', unit: '%' },
  { label: 'Turns', detail: 'per dialog', group: 'Means' },
]
const ROWS: TableRow[] = [
  { label: 'Physics', section: 'GRE', cells: [{ text: '90.7', minor: '±6.6' }, { text: '4' }] },
  { label: 'Physics', section: 'AP', cells: [{ text: '–' }, { text: '8 × 10^{−5}' }] },
  {
    label: 'Verbal',
    name: 'GRE Verbal',
    unit: ' points',
    section: 'GRE',
    cells: [{ text: '167' }, { text: '1' }],
  },
]

it('gives each value the full names of its row and column, as printed, with its unit', () => {
  const [first, , third] = listCellData(COLUMNS, ROWS)
  expect(first).toEqual([
    {
      'data-row': 'GRE Physics',
      'data-column': 'MBPP EvalPlus (base) pass@1',
      'data-value': '90.7 ±6.6',
      'data-unit': '%',
    },
    { 'data-row': 'GRE Physics', 'data-column': 'Turns per dialog', 'data-value': '4' },
  ])
  expect(third?.[0]).toMatchObject({ 'data-row': 'GRE Verbal', 'data-unit': ' points' })
})

it('tells equal names apart by their section or group', () => {
  expect(listCellData(COLUMNS, ROWS).map(([, cell]) => cell?.['data-row'])).toEqual([
    'GRE Physics',
    'AP Physics',
    'GRE Verbal',
  ])
  const twice = ['ZeroSCROLLS', 'InfiniteBench'].map((group) => ({ label: 'QA', group }))
  const [row] = listCellData(twice, [{ label: 'A', cells: [{ text: '1' }, { text: '2' }] }])
  expect(row?.map((cell) => cell?.['data-column'])).toEqual(['ZeroSCROLLS QA', 'InfiniteBench QA'])
})

it('has no data for an empty cell, and writes raised digits in one line', () => {
  const [, second] = listCellData(COLUMNS, ROWS)
  expect(second?.[0]).toBeUndefined()
  expect(second?.[1]).toMatchObject({ 'data-value': '8 × 10^−5' })
})

it('puts the data on the cells of the table, whose headings have a scope', () => {
  const table = mount(DataTable, { props: { columns: COLUMNS, rows: ROWS, corner: 'Exam' } })
  expect(table.findAll('td[data-value]').map((cell) => cell.attributes('data-value'))).toEqual([
    '90.7 ±6.6',
    '4',
    '8 × 10^−5',
    '167',
    '1',
  ])
  expect(table.findAll('th').map((head) => [head.text(), head.attributes('scope')])).toEqual([
    ['', 'colgroup'],
    ['Means', 'colgroup'],
    ['Exam', 'col'],
    ['MBPP EvalPlus\n(base)pass@1', 'col'],
    ['Turnsper dialog', 'col'],
    ['GRE', 'rowgroup'],
    ['Physics', 'row'],
    ['AP', 'rowgroup'],
    ['Physics', 'row'],
    ['GRE', 'rowgroup'],
    ['Verbal', 'row'],
  ])
})

it('marks what comes in a later step', () => {
  const columns = COLUMNS.map((column, at) => ({ ...column, step: at || undefined }))
  const table = mount(DataTable, { props: { columns, rows: ROWS } })
  expect(table.findAll('[data-step="1"]').map((part) => part.text())).toEqual([
    'Turnsper dialog',
    '4',
    '8 × 10−5',
    '1',
  ])
})
