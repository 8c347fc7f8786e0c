import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import preference from '../data/preference-data.json'
import finetuning from '../data/sft-data.json'
import facts from '../data/training-facts.json'
import { cell, present } from './tables.ts'

const { posttraining, code, multilingual, long_context: longContext, tool_use: tools } = facts
const { rejection_sampling: sampling } = posttraining

const POSTTRAINING = 'training-facts.json (posttraining)'
const CODE = 'training-facts.json (code)'
const MULTILINGUAL = 'training-facts.json (multilingual)'
const LONG_CONTEXT = 'training-facts.json (long_context)'
const TOOLS = 'training-facts.json (tool_use)'

function mixPercent(part: string): number {
  const share = multilingual.sft_mix_percent.find((entry) => entry.part === part)
  return present(share?.percent, `${MULTILINGUAL}, ${part}`)
}

function mixFact(says: string, part: string): Fact {
  return {
    quantity: `share of ${part}, in percent`,
    says,
    values: [mixPercent(part)],
    source: MULTILINGUAL,
  }
}

function preferenceFact(says: string, row: string, column: string): Fact {
  return {
    quantity: `${column.replaceAll('_', ' ')} of ${row}`,
    image: 'llama3-preference-data-statistics',
    says,
    values: [cell(preference, row, column)],
    source: 'preference-data.json',
  }
}

function finetuningFact(says: string, row: string, column: string): Fact {
  return {
    quantity: `${column.replaceAll('_', ' ')} of ${row}`,
    image: 'llama3-sft-data-statistics',
    says,
    values: [cell(finetuning, row, column)],
    source: 'sft-data.json',
  }
}

const SHARE = 'share_of_comparisons_percent'
const EXAMPLES = 'share_of_examples_percent'

/** Numbers of post-training and its data. */
export const postTrainingFacts: readonly Fact[] = [
  {
    quantity: 'rounds of post-training',
    says: 'Doing {} rounds',
    values: [posttraining.rounds],
    source: POSTTRAINING,
  },
  {
    quantity: 'levels of preference',
    says: '{} levels: significantly better',
    values: [preference.facts.levels_of_preference.length],
    source: 'preference-data.json (facts)',
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
  preferenceFact('general English makes up {}%', 'General English', SHARE),
  preferenceFact('coding {}%', 'Coding', SHARE),
  preferenceFact('reasoning and tools {}%', 'Reasoning and tools', SHARE),
  preferenceFact('multilingual {}%', 'Multilingual', SHARE),
  preferenceFact('longest examples, {} tokens', 'Coding', 'mean_tokens_per_example'),
  preferenceFact('against {} overall', 'Total', 'mean_tokens_per_example'),
  finetuningFact('{}% general English', 'General English', EXAMPLES),
  finetuningFact('{}% reasoning and tools', 'Reasoning and tools', EXAMPLES),
  finetuningFact('{}% code', 'Code', EXAMPLES),
  finetuningFact('are only {}%', 'Long context', EXAMPLES),
  finetuningFact('average {} tokens', 'Long context', 'mean_tokens'),
  finetuningFact('against {} overall', 'Total', 'mean_tokens'),
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
  {
    quantity: 'share of dialogs dropped, in percent',
    image: 'llama3-tool-use-data',
    says: '{}% dropped',
    values: [tools.filtered_share_percent_about],
    source: TOOLS,
  },
  {
    quantity: 'file types',
    image: 'llama3-tool-use-data',
    says: 'uploads of {} types',
    values: [tools.file_types.length],
    source: TOOLS,
  },
]
