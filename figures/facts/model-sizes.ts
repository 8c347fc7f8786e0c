import sizes from '../data/model-sizes.json'
import { present } from './tables.ts'

/** Returns the numbers in a row of the table of model sizes, one a model. */
export function sizeRow(key: string): number[] {
  const values: unknown[] = sizes.rows.find((row) => row.key === key)?.values ?? []
  return values.map((value) => present(Number(value), `model-sizes.json, ${key}`))
}
