import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/training-facts.json'
import { TRAINING_FACTS } from '../facts/training-facts.ts'

const { code } = data

const CODE = `${TRAINING_FACTS} (code)`

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'share of solutions that are corrected, in percent',
    image: 'llama3-code',
    says: '{}% of the solutions',
    values: [code.self_corrected_share_percent_about],
    source: CODE,
  },
  {
    quantity: 'dialogs of execution feedback',
    image: 'llama3-code',
    says: '{} dialogs',
    values: [code.execution_feedback_dialogs_about],
    source: CODE,
  },
]
