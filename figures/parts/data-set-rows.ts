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
 */
export function listDataSetRows({
  columns,
  decimals_by_column: decimals,
  rows,
}: DataStatistics): TableRow[] {
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
      cells: columns.map((_, at) => {
        const value = row.values[at] ?? null
        return {
          text: formatNumber(value, decimals[at] ?? 0),
          best: !total && largest[at]?.[index],
          strip: at === 0 && value !== null ? { value: value / 100 } : undefined,
        }
      }),
    }
  })
}

/** The data set with the largest value of a column. */
export interface LargestDataSet {
  /** Name as within a sentence: `general English`. */
  dataset: string
  /** Share in percent. */
  share: number
  /** The largest value. */
  value: number
  /** Value of the total in that column. */
  total: number
}

/**
 * Finds the data set with the largest value of a column.
 *
 * @throws {RangeError} when the column, or the total, is not there.
 */
export function findLargest({ columns, rows }: DataStatistics, column: string): LargestDataSet {
  const at = columns.indexOf(column)
  const valueOf = (row: { values: readonly number[] } | undefined): number =>
    row?.values[at] ?? Number.NaN
  const [largest] = rows
    .filter((row) => !isTotal(row.dataset))
    .toSorted((one, other) => valueOf(other) - valueOf(one))
  const found = {
    dataset: `${largest?.dataset.charAt(0).toLowerCase()}${largest?.dataset.slice(1)}`,
    share: largest?.values[0] ?? Number.NaN,
    value: valueOf(largest),
    total: valueOf(rows.find((row) => isTotal(row.dataset))),
  }
  if (Number.isNaN(found.value + found.share + found.total)) {
    throw new RangeError(`The data sets have no values of "${column}", or no total.`)
  }
  return found
}

function isTotal(dataset: string): boolean {
  return dataset === 'Total'
}
