import type { Unit } from './measures.ts'
import type { Summary } from './statistics.ts'

/** Digits after the point. */
const DIGITS: Readonly<Record<Unit, number>> = { ms: 0, s: 2, kB: 1, MB: 0, count: 0, shift: 4 }

/** Smallest value without digits after the point. */
const LARGE = 1000

/** Formats a value without its unit. */
export function formatValue(value: number, unit: Unit): string {
  // One digit for short times, and for a median of counts between two of them.
  const isFine = (unit === 'ms' && value < 100) || (unit === 'count' && value % 1 !== 0)
  return value.toFixed(value >= LARGE ? 0 : isFine ? 1 : DIGITS[unit])
}

/**
 * Formats median and range of several runs, such as `1902 [1815-2114]`; the value alone where all are the same.
 *
 * @param summary - `undefined` gives a dash.
 */
export function formatSummary(summary: Summary | undefined, unit: Unit): string {
  if (!summary) {
    return '-'
  }
  const [median, min, max] = [summary.median, summary.min, summary.max].map((value) =>
    formatValue(value, unit),
  )
  return min === max ? `${median}` : `${median} [${min}-${max}]`
}

/** Formats a ratio, such as `0.31`; a dash where there is none. */
export function formatRatio(ratio: number | undefined): string {
  return ratio === undefined ? '-' : ratio.toFixed(2)
}
