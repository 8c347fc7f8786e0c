import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/preference-data.json'
import { cell } from '../facts/tables.ts'

const SHARE = 'share_of_comparisons_percent'

function cellFact(says: string, row: string, column: string): Fact {
  return {
    quantity: `${column.replaceAll('_', ' ')} of ${row}`,
    image: 'llama3-preference-data-statistics',
    says,
    values: [cell(data, row, column)],
    source: 'preference-data.json',
  }
}

/** Numbers of Table 6 in the text and the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'levels of preference',
    says: '{} levels: significantly better',
    values: [data.facts.levels_of_preference.length],
    source: 'preference-data.json (facts)',
  },

  cellFact('general English makes up {}%', 'General English', SHARE),
  cellFact('coding {}%', 'Coding', SHARE),
  cellFact('reasoning and tools {}%', 'Reasoning and tools', SHARE),
  cellFact('multilingual {}%', 'Multilingual', SHARE),
  cellFact('longest examples, {} tokens', 'Coding', 'mean_tokens_per_example'),
  cellFact('against {} overall', 'Total', 'mean_tokens_per_example'),
]
