import { PDFArray, PDFNumber } from 'pdf-lib'

import { decodeText, readString } from '../entries.ts'
import { findAttribute } from './checked-element.ts'
import type { CheckedElement } from './checked-element.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'

const FIX_GRID = 'Give each row as many cells as the first; count rowspan and colspan.'

/** Parts of a table are at most one head and one foot, beside bodies. */
export function findWrongParts({ elements }: CheckedFile): PdfUaFault[] {
  return listTables(elements).flatMap((table) => {
    const count = (role: string): number =>
      table.children.filter((child) => child.role === role).length
    const [heads, bodies, feet] = [count('THead'), count('TBody'), count('TFoot')]
    const found: [clause: string, seen: string, isWrong: boolean][] = [
      ['7.2-11', 'a table has two heads', heads > 1],
      ['7.2-12', 'a table has two feet', feet > 1],
      ['7.2-13', 'a table has a foot and no body', feet > 0 && bodies === 0],
      ['7.2-14', 'a table has a head and no body', heads > 0 && bodies === 0],
    ]
    return found
      .filter(([, , isWrong]) => isWrong)
      .map(([clause, seen]) => ({ clause, page: table.page, seen, fix: 'Join its parts.' }))
  })
}

/** The cells of a table fill its grid: no holes, no overlap, nothing beyond its edge. */
export function findIrregularTables(file: CheckedFile): PdfUaFault[] {
  return listTables(file.elements).flatMap((table) => {
    const problem = layOut(listRows(table)).problem
    return problem
      ? [{ ...problem, page: table.page, fix: FIX_GRID, text: file.readWords(table) }]
      : []
  })
}

/** Each cell of a table with headers is connected to one: by the header's scope, or by naming it. */
export function findCellsWithoutHeader(file: CheckedFile): PdfUaFault[] {
  return listTables(file.elements).flatMap((table) => {
    const rows = listRows(table)
    const cells = rows.flatMap((row) => row.children)
    const headers = cells.filter(({ role }) => role === 'TH')
    const hasScopes = headers.every((header) => findAttribute(header, 'Scope') !== undefined)
    const { problem, grid } = layOut(rows)
    if (hasScopes || problem) {
      return []
    }
    const names = new Set(headers.map(({ dict }) => readString(dict, 'ID')))
    const lost = cells.find((cell) => cell.role === 'TD' && !isConnected(cell, names, grid))
    return lost
      ? [
          {
            clause: readHeaders(lost).some((name) => !names.has(name)) ? '7.5-2' : '7.5-1',
            page: lost.page,
            seen: 'a table does not tell which header a cell belongs to',
            fix: 'Write scope="col" or scope="row" in each <th>, or use a Markdown table.',
            text: file.readWords(lost),
          },
        ]
      : []
  })
}

function listTables(elements: readonly CheckedElement[]): CheckedElement[] {
  return elements.filter(({ role }) => role === 'Table')
}

const PARTS: ReadonlySet<string> = new Set(['THead', 'TBody', 'TFoot'])

/** Lists the rows of a table, those of its parts as well. */
function listRows({ children }: CheckedElement): CheckedElement[] {
  return children.flatMap((child) =>
    child.role === 'TR' ? [child] : PARTS.has(child.role) ? listRows(child) : [],
  )
}

/** Cells by their place: each in all rows and columns that it spans. */
type Grid = (CheckedElement | undefined)[][]

type GridProblem = Pick<PdfUaFault, 'clause' | 'seen'>

/** Lays the cells of a table out. */
function layOut(rows: readonly CheckedElement[]): { grid: Grid; problem?: GridProblem } {
  const width = (rows[0]?.children ?? []).reduce((sum, cell) => sum + readSpan(cell, 'ColSpan'), 0)
  const grid: Grid = rows.map(() => Array.from({ length: width }))
  for (const [index, { children }] of rows.entries()) {
    for (const cell of children) {
      const problem = placeCell(cell, grid, index)
      if (problem) {
        return { grid, problem }
      }
    }
  }
  const short = grid.findIndex((line) => line.includes(undefined))
  return short < 0
    ? { grid }
    : { grid, problem: { clause: '7.2-43', seen: `row ${short + 1} of a table has too few cells` } }
}

/** Places a cell in all rows and columns that it spans, from the first free column of its row on. */
function placeCell(cell: CheckedElement, grid: Grid, row: number): GridProblem | undefined {
  const [columns, height] = [readSpan(cell, 'ColSpan'), readSpan(cell, 'RowSpan')]
  const own = grid[row] ?? []
  const column = own.indexOf(undefined)
  if (column < 0 || column + columns > own.length) {
    return { clause: '7.2-42', seen: `row ${row + 1} of a table is too wide` }
  }
  if (row + height > grid.length) {
    return { clause: '7.2-41', seen: 'a cell reaches beyond the last row of its table' }
  }
  const lines = grid.slice(row, row + height)
  if (lines.some((line) => line.slice(column, column + columns).some(Boolean))) {
    return { clause: '7.2-15', seen: 'cells of a table overlap' }
  }
  lines.forEach((line) => line.fill(cell, column, column + columns))
  return undefined
}

function readSpan(cell: CheckedElement, key: 'ColSpan' | 'RowSpan'): number {
  const value = findAttribute(cell, key)
  return value instanceof PDFNumber ? value.asNumber() : 1
}

function readHeaders(cell: CheckedElement): string[] {
  const value = findAttribute(cell, 'Headers')
  const list = value instanceof PDFArray ? value.asArray() : []
  return list.flatMap((each) => decodeText(each) ?? [])
}

function isConnected(
  cell: CheckedElement,
  names: ReadonlySet<string | undefined>,
  grid: Grid,
): boolean {
  const named = readHeaders(cell)
  if (named.length > 0) {
    return named.every((name) => names.has(name))
  }
  const y = grid.findIndex((line) => line.includes(cell))
  const x = grid[y]?.indexOf(cell) ?? 0
  const above = grid.slice(0, y).map((line) => line[x])
  const before = (grid[y] ?? []).slice(0, x)
  return [...above, ...before].some(
    (each) => each?.role === 'TH' && findAttribute(each, 'Scope') !== undefined,
  )
}
