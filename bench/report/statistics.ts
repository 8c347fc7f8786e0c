/** Statistics of several runs. */
export interface Summary {
  count: number
  median: number
  p95: number
  min: number
  max: number
}

/**
 * Computes median, 95th percentile and range of values.
 *
 * @returns `undefined` where there are none.
 */
export function summarize(values: readonly number[]): Summary | undefined {
  const sorted = values.toSorted((one, other) => one - other)
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

/** Returns the middle value, or the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
  return (lower + upper) / 2
}

/**
 * Divides one value by another.
 *
 * @returns `undefined` where one of them is missing or the divisor is 0.
 */
export function ratioOf(value: number | undefined, other: number | undefined): number | undefined {
  return value === undefined || other === undefined || other === 0 ? undefined : value / other
}
