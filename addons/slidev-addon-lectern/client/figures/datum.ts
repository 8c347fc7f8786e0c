/** Selects marks, bars and cells that can be asked for their value. */
export const MARK = '[data-value]'

/** A value that a figure shows, from the attributes of its mark. */
export interface Datum {
  /** Names what the value is of. */
  row: string
  /** Names what is measured. */
  column: string
  value: string
  unit: string
  /** Where the value comes from. */
  source: string
}

/** Reads the value of a mark: `data-value`, `data-row` and `data-column`; unit and source may stand further out. */
export function readDatum(mark: Element): Datum {
  const inherited = (name: string): string =>
    mark.closest(`[${name}]`)?.getAttribute(name)?.trim() ?? ''
  const own = (name: string): string => mark.getAttribute(name)?.trim() ?? ''
  return {
    row: own('data-row'),
    column: own('data-column'),
    value: own('data-value'),
    // A unit that is a word keeps the space before it.
    unit: mark.closest('[data-unit]')?.getAttribute('data-unit') ?? '',
    source: inherited('data-source'),
  }
}

/** Lists the values of a figure in their order. */
export function listData(figure: Element): Datum[] {
  return Array.from(figure.querySelectorAll(MARK), readDatum)
}

/** Describes a value in one line: `HumanEval, Llama 3 8B: 72.6 %`. */
export function describeDatum({ row, column, value, unit }: Datum): string {
  const place = [row, column].filter((part) => part !== '').join(', ')
  return `${place}${place === '' ? '' : ': '}${value}${unit}`
}

/** The values of a figure as a table. */
export interface DataGrid {
  /** The unit of all values, if they share one. */
  unit: string
  columns: string[]
  rows: { name: string; cells: string[] }[]
  /** Sources of the values, each once, unless a column has them. */
  sources: string[]
}

/**
 * Arranges values in rows and columns, both in the order in which they first appear. A unit that all values share is
 * the table's; one that all values of a column share stands in its heading. Sources that differ from row to row have a
 * column of their own.
 */
export function arrangeData(data: readonly Datum[]): DataGrid {
  const columns = unique(data.map(({ column }) => column))
  const rows = unique(data.map(({ row }) => row))
  const [shared = '', ...others] = unique(data.map(({ unit }) => unit))
  const units = columns.map((name) => {
    const found = unique(data.flatMap(({ column, unit }) => (column === name ? [unit] : [])))
    return found.length === 1 ? (found[0] ?? '') : undefined
  })
  const isShared = others.length === 0
  const sources = unique(data.map(({ source }) => source)).filter((source) => source !== '')
  const sourcesOf = (name: string): string[] =>
    unique(data.flatMap(({ row, source }) => (row === name ? [source] : [])))
  const hasSourceColumn = sources.length > 1 && rows.every((name) => sourcesOf(name).length === 1)
  return {
    unit: isShared ? shared.trim() : '',
    columns: [
      ...columns.map((name, at) =>
        units[at] && !isShared ? `${name}, ${units[at].trim()}` : name,
      ),
      ...(hasSourceColumn ? ['Source'] : []),
    ],
    rows: rows.map((name) => ({
      name,
      cells: [
        ...columns.map((column, at) =>
          // A value may be drawn twice, as a bar and in a table.
          unique(
            data
              .filter((each) => each.row === name && each.column === column)
              .map(({ value, unit }) => (units[at] === undefined ? `${value}${unit}` : value)),
          ).join('; '),
        ),
        ...(hasSourceColumn ? sourcesOf(name) : []),
      ],
    })),
    sources: hasSourceColumn ? [] : sources,
  }
}

/** Writes a table as text that spreadsheets take: a line a row, cells separated by tabs. */
export function toTabs({ unit, columns, rows }: DataGrid): string {
  const clean = (cell: string): string => cell.replaceAll(/\s+/g, ' ')
  return [[unit, ...columns], ...rows.map(({ name, cells }) => [name, ...cells])]
    .map((line) => line.map(clean).join('\t'))
    .join('\n')
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
