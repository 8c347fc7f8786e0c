// @vitest-environment node
import { describe, expect, it } from 'vitest'

import benchmarks from '../../../figures/data/benchmarks-key.json'
import sizes from '../../../figures/data/model-sizes.json'
import preference from '../../../figures/data/preference-data.json'
import scaling from '../../../figures/data/scaling-law.json'
import facts from '../../../figures/data/training-facts.json'
import { readSlides } from './deck.ts'
import { listNumbers, plainText, readNumber, readNumbers, withoutGroups } from './read-numbers.ts'

const { pretraining, posttraining, code, multilingual, long_context: longContext } = facts
const { small_dataset_test: smallTest } = pretraining.annealing_data_study
const { extrapolation, fit_printed_in_text, fit_in_figure_legend } = scaling.compute_optimal_tokens

/** A stage of pre-training, whose fields differ from stage to stage. */
function stageOf(name: string): Readonly<Record<string, unknown>> | undefined {
  return pretraining.stages.find((stage) => stage.name === name)
}

const longContextStage = stageOf('long-context pre-training')
const annealing = stageOf('annealing')

/** The value all models share in a row of the table of sizes. */
function sharedValue(key: string): unknown {
  const values: unknown[] = sizes.rows.find((row) => row.key === key)?.values ?? []
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

function mixPercent(part: string): number | undefined {
  return multilingual.sft_mix_percent.find((share) => share.part === part)?.percent
}

/** A place in a text, with the values that stand at its groups according to the data. */
type Claim = [slide: number, says: RegExp, data: unknown[]]

const SLIDE_CLAIMS: Claim[] = [
  [4, /context window of up to (\S+) tokens/, [longContextStage?.['context_to_tokens']]],
  // "15T" leaves out the 0.6 that the flagship's run has.
  [4, /Data: (\S+) multilingual/, [Math.floor(pretraining.tokens / 1e12) * 1e12]],
  [4, /Llama 2 with (\S+)\)/, [pretraining.llama2_tokens_as_stated]],
  [4, /using (.+) FLOPs/, [pretraining.compute_flops]],
  [4, /\((\d+)x more than Llama 2\)/, [pretraining.compute_ratio_to_largest_llama2_about]],
  [12, /the end of (\d+)$/m, readNumbers(pretraining.knowledge_until, /^end of (\d+)$/)],
  [12, /documents into (\d+) languages/, [pretraining.languages_identified]],
  [13, /a (\d+)% trained Llama 3 \S+ model/, readNumbers(smallTest.model, /(\d+) % trained/)],
  [13, /trained Llama 3 (\S+) model/, readNumbers(smallTest.model, /^(\S+),/)],
  [13, /on (\S+) tokens/, [smallTest.annealing_tokens]],
  [13, /(\d+)% weight to the new/, [smallTest.new_dataset_weight_percent]],
  [13, /remaining (\d+)% weight/, [smallTest.default_mix_weight_percent]],
  [13, /on the (\S+) model are negligible/, [pretraining.flagship_parameters]],
  [14, /(\S+) vocabulary size/, [sharedValue('vocabulary_size_tokens')]],
  [14, /= (\S+) from tiktoken/, [sizes.related_facts.vocabulary_from_tiktoken_tokens]],
  [14, /\+ (\S+) for non-English/, [sizes.related_facts.vocabulary_added_for_non_english_tokens]],
  [14, /RoPE frequency increased to (\S+)/, [sharedValue('rope_theta')]],
  [16, /Given (.+) FLOPs/, [extrapolation.compute_flops]],
  [16, /suggests (\S+) parameters/, [extrapolation.parameters_printed]],
  [16, /and (\S+) tokens/, [extrapolation.tokens_printed]],
  [17, /Long-context pre-training (\S+) tokens/, [longContextStage?.['tokens_about']]],
  [17, /window from (\S+) to/, [longContextStage?.['context_from_tokens']]],
  [17, /window from \S+ to (\S+)/, [longContextStage?.['context_to_tokens']]],
  [17, /in (\d+) stages/, [longContextStage?.['increments']]],
  [17, /Annealing (\S+) tokens/, [annealing?.['tokens_printed']]],
  [17, /learning rate to (\d)/, readNumbers(String(annealing?.['learning_rate']), /to (\d)$/)],
  [18, /Doing (\d+) rounds/, [posttraining.rounds]],
  [19, /(\d+) levels/, [preference.facts.levels_of_preference.length]],
  [23, /on a (\S+) token mix/, [code.expert_tokens]],
  [23, /\(>(\d+)%\) code/, [code.expert_code_share_percent_more_than]],
  [25, /consists of (\d+)% multilingual/, [multilingual.expert_multilingual_share_percent]],
  [25, /Human annotations \(([\d.]+)%\)/, [mixPercent('human annotations')]],
  [25, /other NLP tasks \(([\d.]+)%\)/, [mixPercent('data from other NLP tasks')]],
  [25, /Rejection sampled data \(([\d.]+)%\)/, [mixPercent('rejection-sampled data')]],
  [25, /Translated reasoning data \(([\d.]+)%\)/, [mixPercent('translated reasoning data')]],
  [27, /Mixing ([\d.]+)% of above data/, [longContext.synthetic_share_of_mix_percent]],
]

const NOTE_CLAIMS: Claim[] = [
  [4, /almost (\d+) times/, [pretraining.compute_ratio_to_largest_llama2_about]],
  [13, /the (\d+) % trained/, readNumbers(smallTest.model, /(\d+) % trained/)],
  [13, /with (\S+) tokens/, [smallTest.annealing_tokens]],
  [
    13,
    /and (\d+):(\d+) weights/,
    [smallTest.new_dataset_weight_percent, smallTest.default_mix_weight_percent],
  ],
  [14, /(\S+) is RoPE's base frequency/, [sharedValue('rope_theta')]],
  [
    14,
    /v1 printed (\d+), (\d+) and (\d+)/,
    readNumbers(sizes.doubts[0]?.doubt ?? '', /printed (\d+) \/ (\d+) \/ (\d+);/),
  ],
  [15, /tokens ~ C\^([\d.]+),/, [fit_printed_in_text.alpha]],
  [16, /\(α,A\) = \(([\d.]+),([\d.]+)\)/, [fit_printed_in_text.alpha, fit_printed_in_text.A]],
  [16, /(\S+) and \S+ come from/, [extrapolation.parameters_printed]],
  [16, /\S+ and (\S+) come from/, [extrapolation.tokens_printed]],
  [16, /text prints \(([\d.]+), ([\d.]+)\)/, [fit_printed_in_text.alpha, fit_printed_in_text.A]],
  [16, /Figure 3 \(([\d.]+), ([\d.]+)\)/, [fit_in_figure_legend.alpha, fit_in_figure_legend.A]],
  [17, /do print (\S+) tokens/, [annealing?.['tokens_printed']]],
  [17, /at (\S+) tokens per batch/, [lastBatchTokens()]],
]

function lastBatchTokens(): number | undefined {
  return pretraining.stages.flatMap((stage) => stage.batch_schedule ?? []).at(-1)?.batch_tokens
}

const deck = readSlides('slides.md')

function textOf(slide: number): string {
  return plainText(deck[slide - 1]?.content ?? '')
}

function noteOf(slide: number): string {
  return deck[slide - 1]?.note ?? ''
}

describe('the slides', () => {
  it.each(SLIDE_CLAIMS)('give on slide %i at %s what the data give', (slide, says, data) => {
    expect(readNumbers(textOf(slide), says)).toEqual(data)
  })

  it('give no other number that the data could hold', () => {
    const unread = deck.flatMap((_, index) => {
      const slide = index + 1
      const patterns = SLIDE_CLAIMS.filter((claim) => claim[0] === slide).map(([, says]) => says)
      const rest = withoutGroups(textOf(slide), patterns)
      const unnamed = rest.replace(/Llama \d(?:\.\d)?(?: \d+B)?/g, '')
      return listNumbers(unnamed).map((number) => `${slide}: ${number}`)
    })
    // The date, the author's count of levers, a rate of zero, the sizes of Llama 3.2 and of Llama 2.
    const unchecked = ['1: 2024/09/30', '4: 3', '9: 11', '9: 90', '13: 0', '14: 34B', '14: 70B']
    expect(unread).toEqual([...unchecked, '42: 11', '42: 90'])
  })

  it('add up the vocabulary and the parts of the multilingual mix', () => {
    const [whole = 0, ...parts] = readNumbers(textOf(14), /(\S+) vocabulary.* = (\S+) .* \+ (\S+)/)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
    const shares = Array.from(textOf(25).matchAll(/\(([\d.]+)%\)/g), ([, share]) => Number(share))
    expect(shares).toHaveLength(multilingual.sft_mix_percent.length)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6)
  })

  it('name the four levels of preference in order, and those that are used', () => {
    const { levels_of_preference: levels, used_for_reward_model_and_dpo: used } = preference.facts
    const [, named = ''] = /levels: (.*)\.$/m.exec(textOf(19)) ?? []
    expect(named.split(/, (?:or )?/)).toEqual(levels)
    const [, pairs = ''] = /Only use (.*) pairs/.exec(textOf(19)) ?? []
    expect(pairs.split(', ')).toEqual(used)
  })
})

describe('the notes', () => {
  it.each(NOTE_CLAIMS)('of slide %i give at %s what the data give', (slide, says, data) => {
    expect(readNumbers(noteOf(slide), says)).toEqual(data)
  })

  it('derive the exponent of the size from that of the tokens', () => {
    const [tokens = 0, size] = readNumbers(
      noteOf(15),
      /tokens ~ C\^([\d.]+), so size ~ C\^([\d.]+)/,
    )
    expect(size).toBeCloseTo(1 - tokens, 6)
  })

  it('count the steps of annealing from its tokens and the size of a batch', () => {
    const [tokens = 0, batch = 1, least = 0, most = 0] = readNumbers(
      noteOf(17),
      /print (\S+) tokens .* at (\S+) tokens per batch that would be (\w+) or (\w+) steps/,
    )
    expect(Math.floor(tokens / batch)).toBe(least)
    expect(Math.ceil(tokens / batch)).toBe(most)
  })

  it('say rightly where the flagship leads or is level in Table 2, and where it is behind', () => {
    const [, ahead = '', behind = ''] =
      /level in some rows \((.*?)\) and behind in others \((.*?)\)/.exec(noteOf(44)) ?? []
    const flagship = benchmarks.models.findIndex(({ name }) => name === 'Llama 3 405B')
    const isBest = (name: string): boolean[] =>
      benchmarks.rows
        .filter(({ benchmark }) => benchmark === name)
        .map(({ scores_percent: scores }) => scores[flagship] === Math.max(...scores.map(Number)))
    expect(ahead.split(', ').map(isBest)).toEqual([[true], [true], [true], [true], [true]])
    // MMLU has two rows.
    expect(behind.split(', ').map(isBest)).toEqual([[false, false], [false], [false], [false]])
  })
})

it.each([
  ['1,041.6', 1041.6],
  ['15.6T', 15.6e12],
  ['128k', 128e3],
  ['40M', 40e6],
  ['3.8 × 10^{25}', 3.8e25],
  ['3.8 × 10²⁵', 3.8e25],
  ['six', 6],
])('reads %s', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

it('refuses to read a number where there is none', () => {
  expect(() => readNumber('')).toThrow('"" is no number.')
  expect(() => readNumbers('about a few tokens', /about (.*) tokens/)).toThrow('"a few"')
  expect(() => readNumbers('no tokens', /about (.*) tokens/)).toThrow('says nothing like')
})
