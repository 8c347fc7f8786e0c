import benchmarks from '../data/benchmarks-key.json'
import { formatNumber } from './format-number.ts'
import { cropAxis } from './interval-strip.ts'
import type { Dot, StripAxis } from './interval-strip.ts'
import { markBest } from './mark-best.ts'
import type { TableRow } from './table.ts'

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
 * Lists table rows of models: Llama 3 tinted and there from the start, the others in the first step; the best value of
 * each class bold; each value with a dot.
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
    tinted: isLlama(model),
    step: isLlama(model) ? undefined : 1,
    cells: names.map((name, at) => {
      const value = model.values[at] ?? null
      const halfWidth = model.ci95_half_width?.[at] ?? null
      return {
        text: formatNumber(value, decimals),
        best: best[at]?.[row],
        minor: halfWidth === null ? undefined : `±${formatNumber(halfWidth, decimals)}`,
        mark: marks[`${model.model}, ${name}`],
        dot: toDot(value, halfWidth),
      }
    }),
  }))
}

/** Finds the axis of each benchmark: cropped to its values and their intervals. */
export function listScoreAxes(models: readonly ScoredModel[], count: number): StripAxis[] {
  return Array.from({ length: count }, (_, at) =>
    cropAxis(
      models.map(({ values, ci95_half_width: halfWidths }) =>
        toDot(values[at] ?? null, halfWidths?.[at] ?? null),
      ),
    ),
  )
}

/** Finds one axis for several benchmarks: cropped to all their values and intervals. */
export function findSharedAxis(models: readonly ScoredModel[]): StripAxis {
  return cropAxis(
    models.flatMap(({ values, ci95_half_width: halfWidths }) =>
      values.map((value, at) => toDot(value, halfWidths?.[at] ?? null)),
    ),
  )
}

/** Converts a percentage to a dot with its interval, which is cut at 0 and 100 %; an empty cell has no dot. */
export function toDot(percent: number | null, halfWidth: number | null): Dot | undefined {
  if (percent === null) {
    return undefined
  }
  return halfWidth === null
    ? { value: percent }
    : {
        value: percent,
        interval: [Math.max(percent - halfWidth, 0), Math.min(percent + halfWidth, 100)],
      }
}

const LLAMA = 'Llama 3 '

/** Tells whether a model is one of Llama 3. */
export function isLlama({ model }: Pick<ScoredModel, 'model'>): boolean {
  return model.startsWith(LLAMA)
}

/** Names a Llama 3 by its size alone: `405B`. */
export function nameSize({ model }: Pick<ScoredModel, 'model'>): string {
  return model.replace(LLAMA, '')
}

/** Returns the heading of a size class, the same in all tables. */
function labelSizeClass(sizeClass: string): string | undefined {
  return Object.entries(benchmarks.size_class_labels).find(([key]) => key === sizeClass)?.[1]
}
