import { datumAttributes } from './datum.ts'
import { EMPTY_CELL } from './format-number.ts'
import { toPlainText } from './script-text.ts'
import type { TableCell, TableColumn, TableRow } from './table.ts'

/** Attributes by which a cell answers those who ask for its value; none for an empty cell. */
export type CellData = Readonly<Record<string, string>> | undefined

/**
 * Lists the data of a table, one list a row and one item a cell. Rows and columns have full names in one line, which
 * are told apart by their section or group where two would be the same.
 */
export function listCellData(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): CellData[][] {
  const columnNames = listNames(columns.map((column) => ({ ...column, heading: column.group })))
  const rowNames = listNames(rows.map((row) => ({ ...row, heading: row.section })))
  return rows.map((row, index) =>
    row.cells.map((cell, at) =>
      cell.text === EMPTY_CELL
        ? undefined
        : datumAttributes({
            row: rowNames[index] ?? '',
            column: columnNames[at] ?? '',
            value: printValue(cell),
            unit: row.unit ?? columns[at]?.unit,
          }),
    ),
  )
}

interface Named {
  label: string
  detail?: string
  name?: string
  /** Name of the section or group. */
  heading?: string
}

function listNames(items: readonly Named[]): string[] {
  const names = items.map(({ label, detail = '', name = `${label} ${detail}` }) =>
    name.replaceAll(/\s+/g, ' ').trim(),
  )
  return names.map((name, at) => {
    const isUnique = names.indexOf(name) === names.lastIndexOf(name)
    return isUnique ? name : `${items[at]?.heading ?? ''} ${name}`.trim()
  })
}

function printValue({ text, minor }: TableCell): string {
  return minor === undefined ? toPlainText(text) : `${toPlainText(text)} ${minor}`
}
