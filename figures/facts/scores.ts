import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import { cell } from './tables.ts'
import type { Table } from './tables.ts'

/** The Llama 3 models as the tables name them. */
export const LLAMA_8B = 'Llama 3 8B'
/** See {@link LLAMA_8B}. */
export const LLAMA_70B = 'Llama 3 70B'
/** See {@link LLAMA_8B}. */
export const LLAMA_405B = 'Llama 3 405B'

/** Creates facts of one figure's alternative text, whose values are cells of one table. */
export function createCellFacts(image: string, table: Table, source: string) {
  return (says: string, ...places: readonly (readonly [row: string, column: string])[]): Fact => ({
    quantity: places.map(([row, column]) => `${row}, ${column}`).join('; '),
    image,
    says,
    values: places.map(([row, column]) => cell(table, row, column)),
    source,
  })
}
