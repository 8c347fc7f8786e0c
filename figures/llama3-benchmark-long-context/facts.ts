import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/long-context.json'
import { createCellFacts, LLAMA_405B } from '../facts/scores.ts'
import { compareIntervals } from '../parts/score-findings.ts'

const cellFact = createCellFacts('llama3-benchmark-long-context', data, 'long-context.json')

/** Number of benchmarks in which the intervals of Llama 3 405B and of its best rival meet. */
const levelCount = data.columns.filter(
  (_, at) => compareIntervals(data.rows, at) === 'level',
).length

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  cellFact('En.QA ({} against {} for GPT-4o)', [LLAMA_405B, 'En.QA'], ['GPT-4o', 'En.QA']),
  cellFact(
    'Multi-needle ({} against {} for GPT-4 and',
    [LLAMA_405B, 'Multi-needle'],
    ['GPT-4', 'Multi-needle'],
  ),
  cellFact('QuALITY ({}, as GPT-4)', [LLAMA_405B, 'QuALITY']),
  cellFact('En.MC ({} against {} for GPT-4o)', [LLAMA_405B, 'En.MC'], ['GPT-4o', 'En.MC']),
  {
    quantity: 'benchmarks in which the intervals meet',
    image: 'llama3-benchmark-long-context',
    says: 'on the other {},',
    values: [levelCount],
    source: 'long-context.json',
  },
]
