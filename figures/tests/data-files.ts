import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../data')

/** Names of the data files, sorted. */
export function listDataFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
}

/** A data file as parsed, whatever its shape. */
export function readDataFile(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
}

/** The files that figures/data/README.md describes, in its order. */
export function listDescribedFiles(): string[] {
  const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8')
  return Array.from(readme.matchAll(/^\| ([\w-]+\.json) +\|/gm), ([, name = '']) => name)
}

/** A list of a data file that goes with the columns of its table, and how long both are. */
export interface Cells {
  /** Where it is, such as `rows.3.values`. */
  where: string
  columns: number
  cells: number
}

/** Lists that name the columns of the tables beside or below them. */
const HEADS = new Set(['columns', 'run_columns', 'models', 'capabilities'])
/** Lists with one entry a column. */
const CELLS_RE =
  /^(?:values|scores_percent|ci95_half_width|decimals_by_column|(?:win|loss|remainder)_percent(?:_derived)?)$/

/** Every list of a data file that has one entry a column of its table. */
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
