/** A table of models or data sets, one a row. */
export interface Table {
  columns: readonly (string | { name: string })[]
  rows: readonly { model?: string; dataset?: string; values: readonly (number | null)[] }[]
}

/** Scores by the name of a model or data set; `null` where the paper has none. */
export type Scores = ReadonlyMap<string, number | null>

/** Returns a column of a table, by row. */
export function columnOf({ columns, rows }: Table, name: string): Scores {
  const at = columns.findIndex(
    (column) => (typeof column === 'string' ? column : column.name) === name,
  )
  return new Map(rows.map((row) => [row.model ?? row.dataset ?? '', row.values[at] ?? null]))
}

/**
 * Returns a value of a table.
 *
 * @throws {RangeError} naming row and column when the table has no value there.
 */
export function cell(table: Table, row: string, column: string): number {
  return present(columnOf(table, column).get(row), `${row}, ${column}`)
}

/** Returns the names with the highest score, of all or of those that are compared. */
export function leaders(
  scores: Scores,
  isCompared: (name: string) => boolean = () => true,
): string[] {
  const compared = [...scores].filter(([name]) => isCompared(name))
  const best = Math.max(...compared.map(([, score]) => score ?? -Infinity))
  return compared.filter(([, score]) => score === best).map(([name]) => name)
}

/**
 * Returns a value that must be there.
 *
 * @throws {RangeError} naming its place when it is missing.
 */
export function present<Value>(value: Value | null | undefined, place: string): Value {
  if (value === null || value === undefined || Number.isNaN(value)) {
    throw new RangeError(`The data have no value at ${place}.`)
  }
  return value
}
