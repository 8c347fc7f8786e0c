import { isLlama, toDot } from './score-rows.ts'
import type { ScoredModel } from './score-rows.ts'

/** How Llama 3 compares with its best rival: its 95 % interval is above theirs, meets it or is below it. */
export type Standing = 'ahead' | 'level' | 'behind'

/** Lists the models with the highest score in a benchmark, given by its index: one, or all of a tie. */
export function findLeaders(models: readonly ScoredModel[], at: number): ScoredModel[] {
  const best = Math.max(...models.map(({ values }) => values[at] ?? -Infinity))
  return models.filter(({ values }) => values[at] === best)
}

/**
 * Compares the largest Llama 3 with the best of the other models in a benchmark.
 *
 * @throws {RangeError} when one of the two has no interval.
 */
export function compareIntervals(models: readonly ScoredModel[], at: number): Standing {
  const [rival] = findLeaders(
    models.filter((model) => !isLlama(model)),
    at,
  )
  const [low, high] = intervalOf(models.findLast(isLlama), at)
  const [rivalLow, rivalHigh] = intervalOf(rival, at)
  return low > rivalHigh ? 'ahead' : high < rivalLow ? 'behind' : 'level'
}

/** Tells whether no model of its size class is better than Llama 3 in a benchmark, in any of the classes. */
export function isUnbeaten(models: readonly ScoredModel[], at: number): boolean {
  return models.filter(isLlama).every((llama) => deficitOf(llama, models, at) === 0)
}

/** A Llama 3 that is behind the best of its size class in a benchmark, given by its index. */
export interface Deficit {
  model: string
  at: number
  points: number
}

/** Finds where a Llama 3 is furthest behind a model of its size class. */
export function findLargestDeficit(models: readonly ScoredModel[]): Deficit {
  const deficits = models.filter(isLlama).flatMap((llama) =>
    llama.values.map((_, at) => ({
      model: llama.model,
      at,
      points: deficitOf(llama, models, at),
    })),
  )
  return deficits.reduce((widest, each) => (each.points > widest.points ? each : widest))
}

/** Says how many of a total: `all 4`, `3 of 4`, `none`. */
export function countOf(count: number, total: number): string {
  if (count === 0) {
    return 'none'
  }
  return count === total ? `all ${total}` : `${count} of ${total}`
}

/** Returns by how many points a model is behind the best of its size class; 0 for the best. */
function deficitOf(model: ScoredModel, models: readonly ScoredModel[], at: number): number {
  const sameClass = models.filter((other) => other.size_class === model.size_class)
  const [leader] = findLeaders(sameClass, at)
  return (leader?.values[at] ?? Number.NaN) - (model.values[at] ?? Number.NaN)
}

function intervalOf(model: ScoredModel | undefined, at: number): readonly [number, number] {
  const dot = toDot(model?.values[at] ?? null, model?.ci95_half_width?.[at] ?? null)
  if (!dot?.interval) {
    throw new RangeError(`${model?.model ?? 'No model'} has no interval in benchmark ${at}.`)
  }
  return dot.interval
}
