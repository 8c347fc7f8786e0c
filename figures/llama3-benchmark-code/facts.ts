import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/code.json'
import { createCellFacts, LLAMA_405B, LLAMA_70B, LLAMA_8B } from '../facts/scores.ts'

const cellFact = createCellFacts('llama3-benchmark-code', data.python, 'code.json')

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  cellFact('({} on HumanEval', [LLAMA_8B, 'HumanEval']),
  cellFact("Gemma 2's {})", ['Gemma 2 9B', 'HumanEval']),
  cellFact('70B class ({})', [LLAMA_70B, 'HumanEval']),
  cellFact('405B model ({})', [LLAMA_405B, 'HumanEval']),
  cellFact('GPT-4o ({})', ['GPT-4o', 'HumanEval']),
  cellFact('Sonnet ({})', ['Claude 3.5 Sonnet', 'HumanEval']),
  {
    quantity: 'benchmarks',
    image: 'llama3-benchmark-code',
    says: 'all {} benchmarks',
    values: [data.python.columns.length],
    source: 'code.json',
  },
]
