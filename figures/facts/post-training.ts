import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/training-facts.json'
import { present } from './tables.ts'
import { TRAINING_FACTS } from './training-facts.ts'

const { posttraining, code, multilingual, long_context: longContext } = data

const POSTTRAINING = `${TRAINING_FACTS} (posttraining)`
const CODE = `${TRAINING_FACTS} (code)`
const MULTILINGUAL = `${TRAINING_FACTS} (multilingual)`
const LONG_CONTEXT = `${TRAINING_FACTS} (long_context)`

function mixFact(says: string, part: string): Fact {
  const share = multilingual.sft_mix_percent.find((entry) => entry.part === part)
  return {
    quantity: `share of ${part}, in percent`,
    says,
    values: [present(share?.percent, `${MULTILINGUAL}, ${part}`)],
    source: MULTILINGUAL,
  }
}

/** Numbers of post-training and its data in the text and the notes. */
export const postTrainingFacts: readonly Fact[] = [
  {
    quantity: 'rounds of post-training',
    says: 'Doing {} rounds',
    values: [posttraining.rounds],
    source: POSTTRAINING,
  },
  {
    quantity: "tokens of the code expert's training",
    says: 'on a {} token mix',
    values: [code.expert_tokens],
    source: CODE,
  },
  {
    quantity: 'share of code in it, in percent',
    says: 'mostly ({}%) code',
    values: [code.expert_code_share_percent_more_than],
    source: CODE,
  },
  {
    quantity: "share of multilingual tokens in the expert's mix, in percent",
    says: 'consists of {}% multilingual',
    values: [multilingual.expert_multilingual_share_percent],
    source: MULTILINGUAL,
  },
  mixFact('Human annotations ({}%)', 'human annotations'),
  mixFact('other NLP tasks ({}%)', 'data from other NLP tasks'),
  mixFact('Rejection sampled data ({}%)', 'rejection-sampled data'),
  mixFact('Translated reasoning data ({}%)', 'translated reasoning data'),
  {
    quantity: 'share of synthetic long-context data, in percent',
    says: 'Mixing {}% of above data',
    values: [longContext.synthetic_share_of_mix_percent],
    source: LONG_CONTEXT,
  },
]
