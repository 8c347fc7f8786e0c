import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = import.meta.dirname

/** Lists the names of the data files, sorted. */
export function listDataFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
}

/** Parses a data file of any shape. */
export function readDataFile(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
}

/** Lists the files that README.md describes, in its order. */
export function listDescribedFiles(): string[] {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8')
  return Array.from(readme.matchAll(/^\| ([\w-]+\.json) +\|/gm), ([, name = '']) => name)
}

/** A list with one entry a column, and the number of columns of its table. */
export interface Cells {
  /** Path in the file, such as `rows.3.values`. */
  where: string
  columns: number
  cells: number
}

/** Keys of lists that name the columns of the tables beside or below them. */
const HEADS = new Set(['columns', 'run_columns', 'models', 'capabilities'])
/** Keys of lists with one entry a column. */
const CELLS_RE =
  /^(?:values|scores_percent|ci95_half_width|decimals_by_column|(?:win|loss|remainder)_percent(?:_derived)?)$/

/** Finds every list of a data file with one entry a column. */
export function listCells(data: unknown, columns = 0, path: readonly string[] = []): Cells[] {
  if (typeof data !== 'object' || data === null) {
    return []
  }
  const entries = Object.entries(data)
  const head = entries.find(([key, value]) => HEADS.has(key) && Array.isArray(value))
  const width = Array.isArray(head?.[1]) ? head[1].length : columns
  return entries.flatMap(([key, value]: [string, unknown]) => {
    const inside = [...path, key]
    const isRun = path.at(-1) === 'runs'
    if (Array.isArray(value) && (CELLS_RE.test(key) || isRun)) {
      return [{ where: inside.join('.'), columns: width, cells: value.length }]
    }
    return listCells(value, width, inside)
  })
}
