import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import sizes from '../data/model-sizes.json'
import scaling from '../data/scaling-law.json'
import facts from '../data/training-facts.json'
import { present, sizeRow } from './tables.ts'

const { pretraining } = facts
const { small_dataset_test: smallTest } = pretraining.annealing_data_study
const { extrapolation, fit_printed_in_text, fit_in_figure_legend } = scaling.compute_optimal_tokens
const { series } = scaling.arc_challenge_forecast
const forecast = series.find(({ name }) => name === 'scaling law prediction for 405B')
const measured = series.find(({ name }) => name === 'Llama 3 405B, measured')

const FACTS = 'training-facts.json'
const PRETRAINING = `${FACTS} (pretraining)`
const SMALL_TEST = `${FACTS} (pretraining.annealing_data_study)`
const STAGES = `${FACTS} (pretraining.stages)`
const SIZES = 'model-sizes.json'
const OPTIMUM = 'scaling-law.json (compute_optimal_tokens)'
const FORECAST = 'scaling-law.json (arc_challenge_forecast)'

/** A stage of pre-training, whose fields differ from stage to stage. */
function stageOf(name: string): Readonly<Record<string, unknown>> {
  return present(
    pretraining.stages.find((stage) => stage.name === name),
    `${STAGES}, ${name}`,
  )
}

function stageNumber(name: string, key: string): number {
  return Number(present(stageOf(name)[key], `${STAGES}, ${name}, ${key}`))
}

/** The number at the group of a pattern in a text of the data. */
function numberIn(text: unknown, pattern: RegExp): number {
  return Number(present(pattern.exec(String(text))?.[1], String(text)))
}

const longest = stageNumber('long-context pre-training', 'context_to_tokens')
const lastBatch = pretraining.stages.flatMap((stage) => stage.batch_schedule ?? []).at(-1)
const annealedTokens = stageNumber('annealing', 'tokens_printed')
const [vocabulary = 0] = sizeRow('vocabulary_size_tokens')
const [ropeBase = 0] = sizeRow('rope_theta')
/** The FFN sizes that version 1 of the paper printed, in the doubt that tells of them. */
const FIRST_SIZES_RE = /printed (\d+) \/ (\d+) \/ (\d+);/
const firstDoubt = sizes.doubts[0]?.doubt ?? ''
const ofSize = (key: string): string => `${SIZES} (${key})`

/** Numbers of architecture, pre-training and scaling law. */
export const trainingFacts: readonly Fact[] = [
  {
    quantity: 'tokens of the longest context',
    says: ['context window of up to {} tokens', 'context window of {} tokens'],
    values: [longest],
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
    quantity: 'size of the vocabulary',
    says: '{} vocabulary size',
    values: [vocabulary],
    source: ofSize('vocabulary_size_tokens'),
  },
  {
    quantity: 'tokens of the vocabulary from tiktoken',
    says: '{} from tiktoken',
    values: [sizes.related_facts.vocabulary_from_tiktoken_tokens],
    source: ofSize('related_facts'),
  },
  {
    quantity: 'tokens of the vocabulary for other languages',
    says: '{} for non-English',
    values: [sizes.related_facts.vocabulary_added_for_non_english_tokens],
    source: ofSize('related_facts'),
  },
  {
    quantity: 'base frequency of RoPE',
    says: ['RoPE frequency increased to {}', "{} is RoPE's base frequency"],
    values: [ropeBase],
    source: ofSize('rope_theta'),
  },
  {
    quantity: 'compute-optimal parameters',
    says: 'FLOPs suggests {} parameters',
    values: [extrapolation.parameters_printed],
    source: OPTIMUM,
  },
  {
    quantity: 'compute-optimal tokens',
    says: 'parameters and {} tokens',
    values: [extrapolation.tokens_printed],
    source: OPTIMUM,
  },
  {
    quantity: 'compute-optimal parameters and tokens',
    says: '{} and {} come from the isoFLOPs fit',
    values: [extrapolation.parameters_printed, extrapolation.tokens_printed],
    source: OPTIMUM,
  },
  {
    quantity: 'exponents of tokens and size',
    says: 'tokens ~ C^{}, so size ~ C^{}',
    values: [fit_printed_in_text.alpha, Number((1 - fit_printed_in_text.alpha).toFixed(6))],
    source: OPTIMUM,
  },
  {
    quantity: 'exponent and factor of the fit, as the text prints them',
    says: ['(α,A) = ({},{})', 'text prints ({}, {})'],
    values: [fit_printed_in_text.alpha, fit_printed_in_text.A],
    source: OPTIMUM,
  },
  {
    quantity: 'exponent and factor of the fit, as the legend prints them',
    says: 'legend of Figure 3 ({}, {})',
    values: [fit_in_figure_legend.alpha, fit_in_figure_legend.A],
    source: OPTIMUM,
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
    values: [stageNumber('long-context pre-training', 'context_from_tokens'), longest],
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
  {
    quantity: 'FFN sizes of version 1 of the paper',
    says: 'v1 printed {}, {} and {}',
    values: [1, 2, 3].map((group) => Number(FIRST_SIZES_RE.exec(firstDoubt)?.[group])),
    source: ofSize('doubts'),
  },

  {
    quantity: 'layers of the three models',
    image: 'llama3-training',
    says: 'pass {}, {} or {} layers',
    values: sizeRow('layers'),
    source: ofSize('layers'),
  },
  {
    quantity: 'tokens of pre-training',
    image: 'llama3-training',
    says: 'pre-training on {} tokens',
    values: [pretraining.tokens],
    source: PRETRAINING,
  },
  {
    quantity: 'first and last context window, in tokens',
    image: 'llama3-training',
    says: 'with {} and then {} context',
    values: [pretraining.context_tokens, longest],
    source: PRETRAINING,
  },
  {
    quantity: 'rounds of post-training',
    image: 'llama3-training',
    says: '{} rounds of post-training',
    values: [facts.posttraining.rounds],
    source: `${FACTS} (posttraining)`,
  },
  {
    quantity: 'layers of the three models',
    image: 'llama3-size',
    says: '{}, {} and {} layers',
    values: sizeRow('layers'),
    source: ofSize('layers'),
  },
  {
    quantity: 'dimensions of the three models',
    image: 'llama3-size',
    says: 'model dimensions of {}, {} and {}',
    values: sizeRow('model_dimension'),
    source: ofSize('model_dimension'),
  },
  {
    quantity: 'key/value heads',
    image: 'llama3-size',
    says: '{} key/value heads',
    values: [sizes.related_facts.gqa_key_value_heads],
    source: ofSize('related_facts'),
  },
  {
    quantity: 'size of the vocabulary',
    image: 'llama3-size',
    says: 'a vocabulary of {}',
    values: [vocabulary],
    source: ofSize('vocabulary_size_tokens'),
  },
  {
    quantity: 'base frequency of RoPE',
    image: 'llama3-size',
    says: 'θ = {}',
    values: [ropeBase],
    source: ofSize('rope_theta'),
  },
  {
    quantity: 'compute budgets',
    image: 'llama3-scaling-rule',
    says: 'for {} compute budgets',
    values: [scaling.isoflops.budgets.length],
    source: 'scaling-law.json (isoflops)',
  },
  {
    quantity: 'FLOPs, parameters and tokens of the extrapolation',
    image: 'llama3-scaling-rule',
    says: 'at {} FLOPs suggests {} parameters and {} tokens',
    values: [
      extrapolation.compute_flops,
      extrapolation.parameters_printed,
      extrapolation.tokens_printed,
    ],
    source: OPTIMUM,
  },
  {
    quantity: 'forecast loss and accuracy',
    image: 'llama3-scaling-rule',
    says: 'ARC Challenge ({})…accuracy of {}%',
    values: [
      present(forecast?.normalized_nll_per_character, FORECAST),
      present(forecast?.accuracy_percent, FORECAST),
    ],
    source: FORECAST,
  },
  {
    quantity: 'measured accuracy',
    image: 'llama3-scaling-rule',
    says: 'against {}% measured',
    values: [present(measured?.accuracy_percent, FORECAST)],
    source: FORECAST,
  },
]
