import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/long-context.json'
import { createCellFacts, LLAMA_405B, LLAMA_70B } from '../facts/scores.ts'

const cellFact = createCellFacts('llama3-benchmark-long-context', data, 'long-context.json')

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  cellFact('QuALITY ({})', [LLAMA_405B, 'QuALITY']),
  cellFact('En.MC ({})', [LLAMA_405B, 'En.MC']),
  cellFact('En.QA ({} against {} for GPT-4o)', [LLAMA_70B, 'En.QA'], ['GPT-4o', 'En.QA']),
  cellFact(
    'recall is {} for 405B against {} for GPT-4 and',
    [LLAMA_405B, 'Multi-needle'],
    ['GPT-4', 'Multi-needle'],
  ),
]
