import benchmarks from '../data/benchmarks-key.json'
import { EMPTY_CELL, formatNumber } from './format-number.ts'
import { markBest } from './mark-best.ts'
import type { Strip, TableRow } from './table.ts'

/** A model's row in the benchmark files: one value a benchmark. */
export interface ScoredModel {
  model: string
  /** Scores in percent; `null` is an empty cell of the paper. */
  values: readonly (number | null)[]
  /** Half-widths of the 95 % intervals, in points; absent where the paper prints none. */
  ci95_half_width?: readonly (number | null)[]
  /** The best value of each class is bold; without classes, the best of all models. */
  size_class?: string
}

/** Content of a table of models. */
export interface ScoreTable {
  models: readonly ScoredModel[]
  /** Names of the benchmarks, one a value. */
  benchmarks: readonly string[]
  /** Digits after the point. */
  decimals: number
  /** Footnote marks by cell, named like the data's doubts: `GPT-4, En.MC`. */
  marks?: Readonly<Record<string, string>>
}

/**
 * Lists table rows of models: Llama 3 tinted, the best value of each class bold, each value with a strip.
 *
 * @throws {RangeError} when a mark names a cell that is not there.
 */
export function listScoreRows({
  models,
  benchmarks: names,
  decimals,
  marks = {},
}: ScoreTable): TableRow[] {
  const classes = models.map((model) => model.size_class ?? '')
  const best = names.map((_, at) =>
    markBest(
      models.map((model) => model.values[at] ?? null),
      classes,
    ),
  )
  const known = new Set(models.flatMap(({ model }) => names.map((name) => `${model}, ${name}`)))
  const unknown = Object.keys(marks).find((cell) => !known.has(cell))
  if (unknown !== undefined) {
    throw new RangeError(`A footnote marks the cell "${unknown}", which the table does not have.`)
  }
  return models.map((model, row) => ({
    label: model.model,
    section: model.size_class && labelSizeClass(model.size_class),
    tinted: model.model.startsWith('Llama 3 '),
    cells: names.map((name, at) => {
      const value = model.values[at] ?? null
      const halfWidth = model.ci95_half_width?.[at] ?? null
      return {
        text: value === null ? EMPTY_CELL : formatNumber(value, decimals),
        best: best[at]?.[row],
        minor: halfWidth === null ? undefined : `±${formatNumber(halfWidth, decimals)}`,
        mark: marks[`${model.model}, ${name}`],
        strip: value === null ? undefined : toStrip(value, halfWidth),
      }
    }),
  }))
}

/** Converts a percentage to the scale from 0 to 1; cuts its interval at 0 and 100 %. */
export function toStrip(percent: number, halfWidth: number | null): Strip {
  if (halfWidth === null) {
    return { value: percent / 100 }
  }
  return {
    value: percent / 100,
    interval: [Math.max(percent - halfWidth, 0) / 100, Math.min(percent + halfWidth, 100) / 100],
  }
}

/** Returns the heading of a size class, the same in all tables. */
function labelSizeClass(sizeClass: string): string | undefined {
  return Object.entries(benchmarks.size_class_labels).find(([key]) => key === sizeClass)?.[1]
}
