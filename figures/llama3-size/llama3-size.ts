import { formatNumber } from '../parts/format-number.ts'
import { toPower } from '../parts/script-text.ts'
import type { TableRow } from '../parts/table.ts'

/** Parts of data/model-sizes.json that the figure reads. */
export interface ModelSizes {
  models: string[]
  rows: { key: string; label: string; values: (number | string)[] }[]
}

/** Row that is left out, because the RoPE base has a row of its own. */
const POSITIONAL = 'positional_embedding'

/** Lists table rows of the hyperparameters, one cell a model; what all models share is tinted and comes later. */
export function listHyperparameters(sizes: ModelSizes): TableRow[] {
  return sizes.rows
    .filter((row) => row.key !== POSITIONAL)
    .map(({ label, values }) => {
      const isShared = values.every((value) => value === values[0])
      return {
        label,
        tinted: isShared,
        step: isShared ? 1 : undefined,
        cells: values.map((value) => ({ text: formatHyperparameter(value) })),
      }
    })
}

/**
 * Says how grouped-query attention shows in the numbers of heads.
 *
 * @throws {RangeError} when the models have different numbers of key/value heads.
 */
export function findGrouping({ rows }: ModelSizes): string {
  const [queries = [], pairs = []] = ['attention_heads', 'key_value_heads'].map((key) =>
    rows.find((row) => row.key === key)?.values.map(Number),
  )
  if (new Set(pairs).size !== 1) {
    throw new RangeError('The models do not have one number of key/value heads.')
  }
  const range = `${Math.min(...queries)} to ${Math.max(...queries)}`
  return `GQA: ${range} attention heads share ${pairs[0]} key/value heads`
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
