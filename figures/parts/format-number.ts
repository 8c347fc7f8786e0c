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

/** Formats a number of tokens in thousands, as the paper writes context lengths: `8000` gives `8K`. */
export function formatKiloTokens(tokens: number): string {
  return `${tokens / 1000}K`
}
