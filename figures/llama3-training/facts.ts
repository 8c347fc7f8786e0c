import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/training-facts.json'
import { sizeRow } from '../facts/model-sizes.ts'
import { LONGEST_CONTEXT, TRAINING_FACTS } from '../facts/training-facts.ts'

const { pretraining, posttraining } = data

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'layers of the three models',
    image: 'llama3-training',
    says: 'pass {}, {} or {} layers',
    values: sizeRow('layers'),
    source: 'model-sizes.json (layers)',
  },
  {
    quantity: 'tokens of pre-training',
    image: 'llama3-training',
    says: 'pre-training on {} tokens',
    values: [pretraining.tokens],
    source: `${TRAINING_FACTS} (pretraining)`,
  },
  {
    quantity: 'first and last context window, in tokens',
    image: 'llama3-training',
    says: 'with {} and then {} context',
    values: [pretraining.context_tokens, LONGEST_CONTEXT],
    source: `${TRAINING_FACTS} (pretraining)`,
  },
  {
    quantity: 'rounds of post-training',
    image: 'llama3-training',
    says: '{} rounds of post-training',
    values: [posttraining.rounds],
    source: `${TRAINING_FACTS} (posttraining)`,
  },
]
