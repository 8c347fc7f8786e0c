import { expect, it } from 'vitest'

import { arrangeData, describeDatum, toTabs } from '../../../client/figures/datum.ts'
import type { Datum } from '../../../client/figures/datum.ts'

function datum(row: string, column: string, value: string, unit = '', source = ''): Datum {
  return { row, column, value, unit, source }
}

it('arranges values in the order of their first appearance, with gaps', () => {
  const grid = arrangeData([
    datum('Oak', 'age', '300', ' years', 'Table 1'),
    datum('Yew', 'height', '20', ' m', 'Table 2'),
    datum('Yew', 'age', '900', ' years', 'Table 1'),
  ])
  expect(grid).toEqual({
    unit: '',
    columns: ['age, years', 'height, m'],
    rows: [
      { name: 'Oak', cells: ['300', ''] },
      { name: 'Yew', cells: ['900', '20'] },
    ],
    sources: ['Table 1', 'Table 2'],
  })
})

it('gives sources that differ from row to row a column', () => {
  const grid = arrangeData([
    datum('Oak', 'age', '300', '', 'Table 1'),
    datum('Yew', 'age', '900', '', 'Table 2'),
  ])
  expect(grid).toEqual({
    unit: '',
    columns: ['age', 'Source'],
    rows: [
      { name: 'Oak', cells: ['300', 'Table 1'] },
      { name: 'Yew', cells: ['900', 'Table 2'] },
    ],
    sources: [],
  })
})

it('names a unit that all values share once', () => {
  const grid = arrangeData([datum('Oak', 'young', '3', ' m'), datum('Oak', 'old', '20', ' m')])
  expect(grid).toMatchObject({ unit: 'm', columns: ['young', 'old'] })
})

it('keeps units that differ within a column beside their values', () => {
  const grid = arrangeData([datum('Oak', 'size', '2', ' m'), datum('Yew', 'size', '40', ' cm')])
  expect(grid.columns).toEqual(['size'])
  expect(grid.rows.map(({ cells }) => cells)).toEqual([['2 m'], ['40 cm']])
})

it('shows a value that is drawn twice once, and two different values of a cell both', () => {
  const grid = arrangeData([
    datum('Oak', 'age', '300'),
    datum('Oak', 'age', '300'),
    datum('Oak', 'age', '310'),
  ])
  expect(grid.rows[0]?.cells).toEqual(['300; 310'])
})

it('writes a table that spreadsheets take', () => {
  const grid = arrangeData([datum('Oak\tred', 'age', '300'), datum('Yew', 'age', '9\n00')])
  expect(toTabs(grid)).toBe('\tage\nOak red\t300\nYew\t9 00')
})

it.each([
  [datum('Oak', 'age', '300', ' years'), 'Oak, age: 300 years'],
  [datum('', 'age', '300'), 'age: 300'],
  [datum('', '', '300', '%'), '300%'],
])('describes a value in one line', (value, text) => {
  expect(describeDatum(value)).toBe(text)
})
