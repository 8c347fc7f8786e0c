/** Text in place of an empty cell of the paper's tables. */
export const EMPTY_CELL = '–'

/**
 * Formats a number as the paper prints it: fixed decimals, thousands separated by commas.
 *
 * @param value - `null` is an empty cell of the paper and gives an en dash.
 * @param decimals - Digits after the point.
 */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null) {
    return EMPTY_CELL
  }
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}

/** Formats a difference with its sign: `+17.3`, `−41.3`. */
export function formatLead(points: number, decimals: number): string {
  const text = formatNumber(Math.abs(points), decimals)
  return `${points < 0 ? '−' : '+'}${text}`
}

/** Formats a number of tokens in thousands, as the paper writes context lengths: `8000` gives `8K`. */
export function formatKiloTokens(tokens: number): string {
  return `${tokens / 1000}K`
}
