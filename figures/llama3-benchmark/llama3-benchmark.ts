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

/** Model that is left out, because eleven columns leave no room between their heads. It leads no row. */
export const LEFT_OUT = 'Nemotron 4 340B'

/** Returns the benchmarks without one of the models. */
export function omitModel(data: KeyBenchmarks, model: string): KeyBenchmarks {
  const isKept = data.models.map(({ name }) => name !== model)
  return {
    ...data,
    models: data.models.filter((_, at) => isKept[at]),
    rows: data.rows.map((row) => ({
      ...row,
      scores_percent: row.scores_percent.filter((_, at) => isKept[at]),
    })),
  }
}

/** Lists one column a model, grouped by size class, those of Llama 3 tinted and first. */
export function listColumns({ models, size_class_labels: labels }: KeyBenchmarks): TableColumn[] {
  return models.map(({ name, size_class }) => {
    const tinted = name.startsWith('Llama')
    return {
      label: breakHead(name),
      unit: '%',
      group: labels[size_class],
      tinted,
      step: tinted ? undefined : 1,
    }
  })
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
 * Lists one row a benchmark, by category; marks the best score of each size class in which a rival has one, too. The
 * small print is the benchmark's subset (`ZeroSCROLLS/QuALITY`) or its setting; no row has both.
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

/** Rows in which a model is the best of its size class, ties included, of those in which a rival has a score, too. */
export interface Leads {
  model: string
  sizeClass: string
  leads: number
  contested: number
}

/** Counts the leads of every model, in the order of the data. */
export function countLeads(data: KeyBenchmarks): Leads[] {
  const best = data.rows.map((row) => markBestOfClass(data, row.scores_percent))
  return data.models.map(({ name, size_class: sizeClass }, at) => ({
    model: name,
    sizeClass,
    leads: best.filter((flags) => flags[at]).length,
    contested: data.rows.filter(
      (row) => hasScore(row, at) && isContested(data, row.scores_percent, sizeClass),
    ).length,
  }))
}

/** Says how often Llama 3 leads its class, and who leads as often in the largest. */
export function findLead(data: KeyBenchmarks): string {
  const counts = countLeads(data)
  const [small, medium, large] = ['small', 'medium', 'large'].map((sizeClass) =>
    counts.find((each) => each.sizeClass === sizeClass && each.model.startsWith('Llama')),
  )
  const [rival] = counts
    .filter((each) => each.sizeClass === 'large' && each !== large)
    .toSorted((one, other) => other.leads - one.leads)
  if (!small || !medium || !large || !rival) {
    throw new RangeError('The benchmarks lack a Llama 3 model of a size class, or its rivals.')
  }
  const others =
    rival.leads === large.leads ? `as many as ${rival.model}` : `${rival.model} in ${rival.leads}`
  const flagship = `405B is best in ${large.leads} of ${large.contested} rows, ${others}`
  const smaller = `8B in ${small.leads} of ${small.contested}, 70B in ${medium.leads} of ${medium.contested}`
  return `${flagship}; ${smaller}`
}

/** Marks the best scores of the size classes that have at least two. */
function markBestOfClass(data: KeyBenchmarks, scores: readonly (number | null)[]): boolean[] {
  const classes = data.models.map((model) => model.size_class)
  return markBest(scores, classes).map(
    (isBest, at) => isBest && isContested(data, scores, classes[at]),
  )
}

function isContested(
  { models }: KeyBenchmarks,
  scores: readonly (number | null)[],
  sizeClass: string | undefined,
): boolean {
  return (
    models.filter((model, at) => model.size_class === sizeClass && (scores[at] ?? null) !== null)
      .length > 1
  )
}

function hasScore(row: Row, at: number): boolean {
  return (row.scores_percent[at] ?? null) !== null
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
