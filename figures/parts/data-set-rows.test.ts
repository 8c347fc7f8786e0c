import { expect, it } from 'vitest'

import { findLargest, listDataSetRows } from './data-set-rows.ts'

const STATISTICS = {
  columns: ['share_percent', 'mean_tokens'],
  decimals_by_column: [2, 1],
  rows: [
    { dataset: 'Code', values: [60, 10] },
    { dataset: 'Long context', values: [40, 900] },
    { dataset: 'Total', values: [100, 366] },
  ],
}

it('formats each column with its own decimals and sets the total apart', () => {
  const rows = listDataSetRows(STATISTICS)
  expect(rows.map((row) => [row.label, row.total, ...row.cells.map(({ text }) => text)])).toEqual([
    ['Code', false, '60.00', '10.0'],
    ['Long context', false, '40.00', '900.0'],
    ['Total', true, '100.00', '366.0'],
  ])
})

it('marks the largest value of each column among the data sets, never the total', () => {
  const best = listDataSetRows(STATISTICS).map((row) => row.cells.map((cell) => cell.best))
  expect(best).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
})

it('gives only the share a strip', () => {
  const strips = listDataSetRows(STATISTICS).map((row) => row.cells.map((cell) => cell.strip))
  expect(strips[1]).toEqual([{ value: 0.4 }, undefined])
})

it('finds the data set with the largest value, beside its share and the total', () => {
  expect(findLargest(STATISTICS, 'mean_tokens')).toEqual({
    dataset: 'long context',
    share: 40,
    value: 900,
    total: 366,
  })
  expect(findLargest(STATISTICS, 'share_percent').dataset).toBe('code')
  expect(() => findLargest(STATISTICS, 'turns')).toThrow('no values of "turns"')
})
