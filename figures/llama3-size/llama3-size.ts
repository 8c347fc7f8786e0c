import { formatNumber } from '../parts/format-number.ts'
import { toPower } from '../parts/script-text.ts'
import type { TableRow } from '../parts/table.ts'

/** Parts of data/model-sizes.json that the figure reads. */
interface ModelSizes {
  models: string[]
  rows: { key: string; label: string; values: (number | string)[]; shared?: boolean }[]
}

/** Lists table rows of the hyperparameters that differ between the models, one cell a model. */
export function listGrowing(sizes: ModelSizes): TableRow[] {
  return sizes.rows
    .filter((row) => !row.shared)
    .map((row) => ({
      label: row.label,
      cells: row.values.map((value) => ({ text: formatHyperparameter(value) })),
    }))
}

/**
 * Lists the hyperparameters that all three models share, as short phrases. Leaves out the RoPE base, which is
 * part of the phrase on positional embeddings.
 */
export function listShared(sizes: ModelSizes): string[] {
  return sizes.rows
    .filter((row) => row.shared && row.key !== 'rope_theta')
    .map((row) => {
      const [value = ''] = row.values
      const text = typeof value === 'number' ? formatNumber(value, 0) : groupDigits(value)
      return row.key === 'vocabulary_size_tokens' ? `vocabulary ${text}` : text
    })
}

/** Formats a number with separated thousands, a learning rate in scientific notation, as the paper does. */
function formatHyperparameter(value: number | string): string {
  if (typeof value === 'string') {
    return value
  }
  if (value >= 1) {
    return formatNumber(value, 0)
  }
  const [mantissa = '', exponent] = value.toExponential().split('e')
  return toPower(mantissa, Number(exponent))
}

/** Rewrites `RoPE, theta = 500000` with the paper's sign and separated thousands. */
function groupDigits(text: string): string {
  return text.replace('theta', 'θ').replace(/\d{4,}/g, (digits) => formatNumber(Number(digits), 0))
}
