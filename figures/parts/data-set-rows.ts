import { formatNumber } from './format-number.ts'
import { markBest } from './mark-best.ts'
import type { TableRow } from './table.ts'

/** The parts of data/preference-data.json and data/sft-data.json that the figures read. */
export interface DataStatistics {
  columns: readonly string[]
  /** Digits after the point, one a column. */
  decimals_by_column: readonly number[]
  /** Data sets, the last one their total; the first value is the share in percent. */
  rows: readonly { dataset: string; values: readonly number[] }[]
}

/**
 * Lists table rows of data sets: the share with a strip, the largest value of each column bold, the total set
 * apart and never bold.
 *
 * @param marks - Footnote marks by cell, named `Long context, mean_tokens`.
 */
export function listDataSetRows(
  { columns, decimals_by_column: decimals, rows }: DataStatistics,
  marks: Readonly<Record<string, string>> = {},
): TableRow[] {
  const groups = rows.map((row) => (isTotal(row.dataset) ? 'total' : 'part'))
  const largest = columns.map((_, at) =>
    markBest(
      rows.map((row) => row.values[at] ?? null),
      groups,
    ),
  )
  return rows.map((row, index) => {
    const total = isTotal(row.dataset)
    return {
      label: row.dataset,
      total,
      cells: columns.map((column, at) => {
        const value = row.values[at] ?? null
        return {
          text: formatNumber(value, decimals[at] ?? 0),
          best: !total && largest[at]?.[index],
          mark: marks[`${row.dataset}, ${column}`],
          strip: at === 0 && value !== null ? { value: value / 100 } : undefined,
        }
      }),
    }
  })
}

function isTotal(dataset: string): boolean {
  return dataset === 'Total'
}
