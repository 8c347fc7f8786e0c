import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/training-facts.json'
import { TRAINING_FACTS } from '../facts/training-facts.ts'

const { long_context: longContext } = data

const LONG_CONTEXT = `${TRAINING_FACTS} (long_context)`

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'tokens of a piece of a document',
    image: 'llama3-long-context',
    says: 'into {}-token pieces',
    values: [longContext.chunk_tokens],
    source: LONG_CONTEXT,
  },
  {
    quantity: 'files that depend on the one removed',
    image: 'llama3-long-context',
    says: 'that {} or more',
    values: [longContext.code_dependency_min_referencing_files],
    source: LONG_CONTEXT,
  },
  {
    quantity: 'share of synthetic long-context data, in percent',
    image: 'llama3-long-context',
    says: 'is {}% of the mix',
    values: [longContext.synthetic_share_of_mix_percent],
    source: LONG_CONTEXT,
  },
  {
    quantity: 'lengths, in tokens',
    image: 'llama3-long-context',
    says: 'lengths of {}, {}, {} and {} tokens',
    values: longContext.length_buckets_tokens,
    source: LONG_CONTEXT,
  },
]
