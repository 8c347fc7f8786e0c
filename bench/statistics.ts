/** What several runs of one measurement say. */
export interface Summary {
  count: number
  median: number
  p95: number
  min: number
  max: number
}

/**
 * Median, 95th percentile and range of some figures.
 *
 * @returns `undefined` where there are none.
 */
export function summarize(figures: readonly number[]): Summary | undefined {
  const sorted = figures.toSorted((one, other) => one - other)
  const [min] = sorted
  const max = sorted.at(-1)
  return min === undefined || max === undefined
    ? undefined
    : {
        count: sorted.length,
        median: medianOf(sorted),
        p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? max,
        min,
        max,
      }
}

/** The middle figure, or the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}

/**
 * How many times the other figure one is.
 *
 * @returns `undefined` where one of them is missing, or there is nothing to divide by.
 */
export function ratioOf(figure: number | undefined, other: number | undefined): number | undefined {
  return figure === undefined || other === undefined || other === 0 ? undefined : figure / other
}
