import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/sft-data.json'
import { cell } from '../facts/tables.ts'

const EXAMPLES = 'share_of_examples_percent'

function cellFact(says: string, row: string, column: string): Fact {
  return {
    quantity: `${column.replaceAll('_', ' ')} of ${row}`,
    image: 'llama3-sft-data-statistics',
    says,
    values: [cell(data, row, column)],
    source: 'sft-data.json',
  }
}

/** Numbers of Table 7 in the alternative text. */
export const facts: readonly Fact[] = [
  cellFact('{}% general English', 'General English', EXAMPLES),
  cellFact('{}% reasoning and tools', 'Reasoning and tools', EXAMPLES),
  cellFact('{}% code', 'Code', EXAMPLES),
  cellFact('are only {}%', 'Long context', EXAMPLES),
  cellFact('average {} tokens', 'Long context', 'mean_tokens'),
  cellFact('against {} overall', 'Total', 'mean_tokens'),
]
