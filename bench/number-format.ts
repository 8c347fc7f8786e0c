import type { Unit } from './measures.ts'
import type { Summary } from './statistics.ts'

/** Digits after the point. */
const DIGITS: Readonly<Record<Unit, number>> = { ms: 0, s: 2, kB: 1, MB: 0, count: 0, shift: 4 }

/** From here on a figure needs no digits after the point. */
const LARGE = 1000

/** A figure as it is read, without its unit. */
export function formatFigure(figure: number, unit: Unit): string {
  // Half a request or a tenth of a short time is the mean of two.
  const isFine = (unit === 'ms' && figure < 100) || (unit === 'count' && figure % 1 !== 0)
  return figure.toFixed(figure >= LARGE ? 0 : isFine ? 1 : DIGITS[unit])
}

/**
 * Median and range of several runs, such as `1902 [1815-2114]`; the figure alone where all are the same.
 *
 * @param summary - `undefined` gives a dash.
 */
export function formatSummary(summary: Summary | undefined, unit: Unit): string {
  if (!summary) {
    return '-'
  }
  const [median, min, max] = [summary.median, summary.min, summary.max].map((figure) =>
    formatFigure(figure, unit),
  )
  return min === max ? `${median}` : `${median} [${min}-${max}]`
}

/** A ratio such as `0.31`; a dash where there is none. */
export function formatRatio(ratio: number | undefined): string {
  return ratio === undefined ? '-' : ratio.toFixed(2)
}
