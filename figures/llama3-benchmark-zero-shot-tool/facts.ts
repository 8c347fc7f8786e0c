import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/tool-use.json'
import { createCellFacts, LLAMA_405B, LLAMA_70B, LLAMA_8B } from '../facts/scores.ts'

const cellFact = createCellFacts('llama3-benchmark-zero-shot-tool', data, 'tool-use.json')

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  cellFact(
    'every class ({}, {}, {})',
    [LLAMA_8B, 'Nexus'],
    [LLAMA_70B, 'Nexus'],
    [LLAMA_405B, 'Nexus'],
  ),
  ...['API-Bank', 'BFCL', 'API-Bench'].map((benchmark) =>
    cellFact(
      `${benchmark} ({} against {})`,
      ['Claude 3.5 Sonnet', benchmark],
      [LLAMA_405B, benchmark],
    ),
  ),
]
