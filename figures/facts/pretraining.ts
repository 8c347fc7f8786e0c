import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import facts from '../data/training-facts.json'
import { present } from './tables.ts'
import { LONGEST_CONTEXT, stageNumber, stageOf, STAGES, TRAINING_FACTS } from './training-facts.ts'

const { pretraining } = facts
const { small_dataset_test: smallTest } = pretraining.annealing_data_study

const PRETRAINING = `${TRAINING_FACTS} (pretraining)`
const SMALL_TEST = `${TRAINING_FACTS} (pretraining.annealing_data_study)`

const lastBatch = pretraining.stages.flatMap((stage) => stage.batch_schedule ?? []).at(-1)
const annealedTokens = stageNumber('annealing', 'tokens_printed')

/** Returns the number in the group of a pattern, in a text of the data. */
function numberIn(text: unknown, pattern: RegExp): number {
  return Number(present(pattern.exec(String(text))?.[1], String(text)))
}

/** Numbers of pre-training in the text and the notes. */
export const pretrainingFacts: readonly Fact[] = [
  {
    quantity: 'tokens of the longest context',
    says: ['context window of up to {} tokens', 'context window of {} tokens'],
    values: [LONGEST_CONTEXT],
    source: STAGES,
  },
  {
    quantity: 'tokens of pre-training',
    // "15T" leaves out the 0.6 that the flagship's run has.
    says: ['{} multilingual tokens', 'pre-trained on {} tokens'],
    values: [[pretraining.tokens, Math.floor(pretraining.tokens / 1e12) * 1e12]],
    source: PRETRAINING,
  },
  {
    quantity: 'tokens of pre-training of Llama 2',
    says: 'Llama 2 with {}',
    values: [pretraining.llama2_tokens_as_stated],
    source: PRETRAINING,
  },
  {
    quantity: 'FLOPs of pre-training',
    says: ['pre-trained using {} FLOPs', 'Given {} FLOPs'],
    values: [pretraining.compute_flops],
    source: PRETRAINING,
  },
  {
    quantity: 'compute as a multiple of that of Llama 2',
    says: ['{}x more than Llama 2', '{} times the compute of the largest Llama 2'],
    values: [pretraining.compute_ratio_to_largest_llama2_about],
    source: PRETRAINING,
  },
  {
    quantity: 'year of the last knowledge',
    says: 'Knowledge-cutoff: the end of {}',
    values: [numberIn(pretraining.knowledge_until, /^end of (\d+)$/)],
    source: PRETRAINING,
  },
  {
    quantity: 'languages that documents are told by',
    says: 'documents into {} languages',
    values: [pretraining.languages_identified],
    source: PRETRAINING,
  },
  {
    quantity: 'training of the small model before annealing, in percent',
    says: ['a {}% trained Llama 3', 'the {} % trained 8B model'],
    values: [numberIn(smallTest.model, /(\d+) % trained/)],
    source: SMALL_TEST,
  },
  {
    quantity: 'size of the model that small data sets are tried on',
    says: '% trained Llama 3 {} model',
    values: [numberIn(smallTest.model, /^(\d+)B,/) * 1e9],
    source: SMALL_TEST,
  },
  {
    quantity: 'tokens that the small model is annealed on',
    says: ['linearly to 0 on {} tokens', 'trained 8B model with {} tokens'],
    values: [smallTest.annealing_tokens],
    source: SMALL_TEST,
  },
  {
    quantity: 'weight of the new data set, in percent',
    says: 'assign {}% weight to the new',
    values: [smallTest.new_dataset_weight_percent],
    source: SMALL_TEST,
  },
  {
    quantity: 'weight of the default mix, in percent',
    says: 'remaining {}% weight',
    values: [smallTest.default_mix_weight_percent],
    source: SMALL_TEST,
  },
  {
    quantity: 'weights of new data set and default mix, in percent',
    says: 'tokens and {}:{} weights',
    values: [smallTest.new_dataset_weight_percent, smallTest.default_mix_weight_percent],
    source: SMALL_TEST,
  },
  {
    quantity: 'size of the flagship',
    says: 'improvements on the {} model',
    values: [pretraining.flagship_parameters],
    source: PRETRAINING,
  },
  {
    quantity: 'tokens of the long-context stage',
    says: 'Long-context pre-training {} tokens',
    values: [stageNumber('long-context pre-training', 'tokens_about')],
    source: STAGES,
  },
  {
    quantity: 'first and last context window of the long-context stage, in tokens',
    says: 'context window from {} to {}',
    values: [stageNumber('long-context pre-training', 'context_from_tokens'), LONGEST_CONTEXT],
    source: STAGES,
  },
  {
    quantity: 'steps of the long-context stage',
    says: 'to … in {} stages',
    values: [stageNumber('long-context pre-training', 'increments')],
    source: STAGES,
  },
  {
    quantity: 'tokens of annealing',
    says: ['Annealing {} tokens', 'do print {} tokens for annealing'],
    values: [annealedTokens],
    source: STAGES,
  },
  {
    quantity: 'last learning rate',
    says: 'annealed the learning rate to {}',
    values: [numberIn(stageOf('annealing')['learning_rate'], /to (\d)$/)],
    source: STAGES,
  },
  {
    quantity: 'tokens of a batch at the end of pre-training',
    says: 'at {} tokens per batch',
    values: [present(lastBatch?.batch_tokens, STAGES)],
    source: STAGES,
  },
  {
    quantity: 'steps of annealing: its tokens over those of a batch, rounded down and up',
    says: 'that would be {} or {} steps',
    values: [
      Math.floor(annealedTokens / present(lastBatch?.batch_tokens, STAGES)),
      Math.ceil(annealedTokens / present(lastBatch?.batch_tokens, STAGES)),
    ],
    source: STAGES,
  },
]
