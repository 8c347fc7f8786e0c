/** What an empty cell of the paper's tables shows. */
export const EMPTY_CELL = '–'

/**
 * A number as the paper prints it: fixed decimals, thousands separated by commas.
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
