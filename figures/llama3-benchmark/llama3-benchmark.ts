import { formatNumber } from '../parts/format-number.ts'
import { markBest } from '../parts/mark-best.ts'
import { breakHead } from '../parts/table.ts'
import type { TableColumn, TableRow } from '../parts/table.ts'

/** Parts of data/benchmarks-key.json that the figure reads. */
export interface KeyBenchmarks {
  decimals: number
  models: { name: string; size_class: string }[]
  size_class_labels: Record<string, string>
  rows: Row[]
  footnotes: { benchmark: string; setting: string; model: string; short: string }[]
  doubts: { benchmark?: string; models?: string[]; short?: string }[]
}

interface Row {
  category: string
  benchmark: string
  setting: string | null
  scores_percent: (number | null)[]
}

/** Lists one column a model, grouped by size class, those of Llama 3 tinted. */
export function listColumns({ models, size_class_labels: labels }: KeyBenchmarks): TableColumn[] {
  return models.map(({ name, size_class }) => ({
    label: breakHead(name),
    group: labels[size_class],
    tinted: name.startsWith('Llama'),
  }))
}

/**
 * Lists the paper's footnotes and the doubts about a cell, lettered in reading order; cells with the same remark
 * share a letter.
 */
export function listFootnotes(data: KeyBenchmarks): { mark: string; text: string }[] {
  const remarks = data.rows.flatMap((row) =>
    data.models.flatMap(({ name }) => findRemark(data, row, name) ?? []),
  )
  return [...new Set(remarks)].map((text, index) => ({ mark: 'abcdefghij'.charAt(index), text }))
}

/**
 * Lists one row a benchmark, by category; marks the best score of each size class. The small print is the
 * benchmark's subset (`ZeroSCROLLS/QuALITY`) or its setting; no row has both.
 */
export function listRows(data: KeyBenchmarks): TableRow[] {
  const marks = new Map<string | undefined, string>(
    listFootnotes(data).map(({ mark, text }) => [text, mark]),
  )
  return data.rows.map((row) => {
    const best = markBestOfClass(data, row.scores_percent)
    const [benchmark = '', subset] = row.benchmark.split('/')
    return {
      label: benchmark,
      detail: subset ?? row.setting ?? undefined,
      section: row.category,
      cells: data.models.map(({ name }, at) => ({
        text: formatNumber(row.scores_percent[at] ?? null, data.decimals),
        best: best[at],
        mark: marks.get(findRemark(data, row, name)),
      })),
    }
  })
}

/** Counts how often each model is the best of its size class, ties included, for the table's last row. */
export function countBest(data: KeyBenchmarks): TableRow {
  const best = data.rows.map((row) => markBestOfClass(data, row.scores_percent))
  const counts = data.models.map((_, at) => best.filter((flags) => flags[at]).length)
  const bestCounts = markBestOfClass(data, counts)
  return {
    label: `of ${data.rows.length} rows`,
    detail: 'ties included',
    section: 'Best of class',
    total: true,
    cells: counts.map((count, at) => ({ text: String(count), best: bestCounts[at] })),
  }
}

function markBestOfClass({ models }: KeyBenchmarks, values: (number | null)[]): boolean[] {
  return markBest(
    values,
    models.map((model) => model.size_class),
  )
}

/** Finds the remark on a cell. A doubt has no setting, because its benchmark has only one row. */
function findRemark({ footnotes, doubts }: KeyBenchmarks, row: Row, model: string) {
  const footnote = footnotes.find(
    (note) =>
      note.benchmark === row.benchmark && note.setting === row.setting && note.model === model,
  )
  const doubt = doubts.find(
    ({ benchmark, models }) => benchmark === row.benchmark && models?.includes(model),
  )
  return (footnote ?? doubt)?.short
}
