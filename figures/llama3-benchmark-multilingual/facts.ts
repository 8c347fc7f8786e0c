import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/multilingual.json'
import { createCellFacts, LLAMA_405B, LLAMA_70B, LLAMA_8B } from '../facts/scores.ts'

const cellFact = createCellFacts('llama3-benchmark-multilingual', data, 'multilingual.json')

const MGSM = 'mgsm_0shot_cot_percent'
const MMLU = 'multilingual_mmlu_5shot_percent'

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  cellFact('8B {}, 70B {})', [LLAMA_8B, MGSM], [LLAMA_70B, MGSM]),
  cellFact('Sonnet at {}', [LLAMA_405B, MGSM]),
  cellFact('GPT-4o ({})', ['GPT-4o', MMLU]),
  cellFact('405B ({})', [LLAMA_405B, MMLU]),
]
