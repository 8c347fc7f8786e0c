import benchmarks from '../data/benchmarks-key.json'
import exams from '../data/exams.json'
import humanEval from '../data/human-eval.json'
import timeline from '../data/mmlu-timeline.json'
import sizes from '../data/model-sizes.json'

/** A table of models or data sets, one a row. */
export interface Table {
  columns: readonly (string | { name: string })[]
  rows: readonly { model?: string; dataset?: string; values: readonly (number | null)[] }[]
}

/** Scores by the name of a model or data set; `null` where the paper has none. */
export type Scores = ReadonlyMap<string, number | null>

/** A column of a table, by row. */
export function columnOf({ columns, rows }: Table, name: string): Scores {
  const at = columns.findIndex(
    (column) => (typeof column === 'string' ? column : column.name) === name,
  )
  return new Map(rows.map((row) => [row.model ?? row.dataset ?? '', row.values[at] ?? null]))
}

/**
 * A value of a table.
 *
 * @throws {RangeError} naming row and column when the table has no value there.
 */
export function cell(table: Table, row: string, column: string): number {
  return present(columnOf(table, column).get(row), `${row}, ${column}`)
}

/** The names with the highest score, of all or of those that are compared. */
export function leaders(
  scores: Scores,
  isCompared: (name: string) => boolean = () => true,
): string[] {
  const compared = [...scores].filter(([name]) => isCompared(name))
  const best = Math.max(...compared.map(([, score]) => score ?? -Infinity))
  return compared.filter(([, score]) => score === best).map(([name]) => name)
}

/** Whether a model of a table is of a size class. */
export function inClass(
  models: readonly { model: string; size_class?: string }[],
  sizeClass: string,
): (name: string) => boolean {
  return (name) => models.some((row) => row.model === name && row.size_class === sizeClass)
}

/** The numbers of a row of the table of model sizes, one a model. */
export function sizeRow(key: string): number[] {
  const values: unknown[] = sizes.rows.find((row) => row.key === key)?.values ?? []
  return values.map((value) => present(Number(value), `model-sizes.json, ${key}`))
}

/** Score and half width of the interval of a model in an exam, in percent. */
export function exam(name: string, model: string): [score: number, half: number] {
  const row = exams.rows.find((entry) => entry.exam === name)
  const at = exams.models.indexOf(model)
  const place = `exams.json, ${name}, ${model}`
  return [present(row?.values[at], place), present(row?.ci95_half_width[at], place)]
}

/** The scores of all models in a row of Table 2, in percent. */
export function tableTwo(benchmark: string): Scores {
  const scores = benchmarks.rows.find((row) => row.benchmark === benchmark)?.scores_percent ?? []
  return new Map(benchmarks.models.map(({ name }, at) => [name, scores[at] ?? null]))
}

/** In how many rows of Table 2 a model is the best of its size class, ties included. */
export function countLeads(model: string): number {
  const sizeClass = benchmarks.models.find(({ name }) => name === model)?.size_class
  const rivals = new Set(
    benchmarks.models.filter((rival) => rival.size_class === sizeClass).map(({ name }) => name),
  )
  return benchmarks.rows.filter(({ scores_percent: scores }) => {
    const row = new Map(benchmarks.models.map(({ name }, at) => [name, scores[at] ?? null]))
    return leaders(row, (name) => rivals.has(name)).includes(model)
  }).length
}

/** In how many capabilities raters preferred Llama 3 405B to a model more often than not. */
export function countWins(against: string): number {
  const { win_percent: wins = [], loss_percent: losses = [] } =
    humanEval.comparisons.find((entry) => entry.against.startsWith(against)) ?? {}
  return wins.filter((win, at) => win > (losses[at] ?? 0)).length
}

/** Where raters preferred another model most clearly, over all three models. */
export function largestGap(): {
  against: string
  capability: string
  shares: [win: number, loss: number]
} {
  const gaps = humanEval.comparisons.flatMap(
    ({ against, win_percent: wins, loss_percent: losses }) =>
      humanEval.capabilities.map((capability, at) => {
        const shares: [number, number] = [wins[at] ?? 0, losses[at] ?? 0]
        return { against, capability, shares }
      }),
  )
  const width = ([win, loss]: [number, number]): number => loss - win
  return gaps.reduce((widest, gap) => (width(gap.shares) > width(widest.shares) ? gap : widest))
}

/** The models of the MMLU timeline that its chart shows. */
export const charted = timeline.entries.filter((entry) => entry.use_in_chart)

/** The gap on MMLU when a model was released, in points, and the best closed and open scores that make it. */
export function gapAt(model: string): [gap: number, closed: number, open: number] {
  const date = charted.find((entry) => entry.model === model)?.released ?? ''
  const [closed = 0, open = 0] = ['closed', 'open'].map((access) => {
    const known = charted.filter((entry) => entry.access === access && entry.released <= date)
    return Math.max(...known.map((entry) => entry.mmlu_percent))
  })
  return [Number((closed - open).toFixed(6)), closed, open]
}

/**
 * A value that must be there.
 *
 * @throws {RangeError} naming its place when it is not.
 */
export function present<Value>(value: Value | null | undefined, place: string): Value {
  if (value === null || value === undefined || Number.isNaN(value)) {
    throw new RangeError(`The data have no value at ${place}.`)
  }
  return value
}
