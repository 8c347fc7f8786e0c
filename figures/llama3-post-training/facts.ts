import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/training-facts.json'
import { TRAINING_FACTS } from '../facts/training-facts.ts'

const { posttraining } = data
const { rejection_sampling: sampling } = posttraining

const POSTTRAINING = `${TRAINING_FACTS} (posttraining)`

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'rounds of post-training',
    image: 'llama3-post-training',
    says: 'One of {} post-training rounds',
    values: [posttraining.rounds],
    source: POSTTRAINING,
  },
  {
    quantity: 'answers to a prompt, least and most',
    image: 'llama3-post-training',
    says: 'typically {} to {} answers',
    values: [sampling.samples_per_prompt_min, sampling.samples_per_prompt_max],
    source: POSTTRAINING,
  },
]
