// @vitest-environment node
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { listTexts } from '../../addons/slidev-addon-lectern/checks/facts/texts.ts'
import { readDeck } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'
import code from '../data/code.json'
import exams from '../data/exams.json'
import longContext from '../data/long-context.json'
import multilingual from '../data/multilingual.json'
import preference from '../data/preference-data.json'
import finetuning from '../data/sft-data.json'
import toolUse from '../data/tool-use.json'
import { scoreOf } from '../llama3-benchmark-exam/facts.ts'
import { findLargestGap, meanLeadOver, rankLeads } from '../llama3-benchmark-human-eval/facts.ts'
import { countLeads, scoresOf } from '../llama3-benchmark/facts.ts'
import { charted } from '../MMLU-date/facts.ts'
import { compareIntervals } from '../parts/score-findings.ts'
import { cell, columnOf, leaders } from './tables.ts'

// Statements without a number of their own: when the data change, the tests name the texts to read again.
const deck = await readDeck(join(import.meta.dirname, '../../tests/fixtures/facts/slides.md'))
const alts = new Map(
  deck.slides
    .flatMap(listTexts)
    .flatMap(({ image, text }) => (image ? [[image, text] as const] : [])),
)

function altOf(figure: string): string {
  return alts.get(figure) ?? ''
}

/** Tells whether a model of a table is of a size class. */
function inClass(
  models: readonly { model: string; size_class?: string }[],
  sizeClass: string,
): (name: string) => boolean {
  return (name) => models.some((row) => row.model === name && row.size_class === sizeClass)
}

const { python } = code
const EXAMPLES = 'share_of_examples_percent'
const released = charted.map((entry) => entry.released).toSorted()

describe('the alternative texts say rightly that', () => {
  it('the timeline goes from the month of its first model to that of its last', () => {
    const [from, to] = [released.at(0), released.at(-1)].map((date = '') =>
      new Date(date).toLocaleString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    )
    expect(altOf('MMLU-date')).toContain(`${from} to ${to}`)
  })

  it('coding has the longest preference examples', () => {
    expect(altOf('llama3-preference-data-statistics')).toMatch(/Coding has the longest examples/)
    expect(leaders(columnOf(preference, 'mean_tokens_per_example'))).toEqual(['Coding'])
  })

  it('the three shares given of the finetuning data are the largest', () => {
    const shares = [...columnOf(finetuning, EXAMPLES)].filter(([name]) => name !== 'Total')
    const largest = shares.toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0)).slice(0, 3)
    const [, given = ''] =
      /^Finetuning data: (.*?)\. /.exec(altOf('llama3-sft-data-statistics')) ?? []
    expect(given.toLowerCase().split(', ')).toEqual(
      largest.map(([name, share]) => `${share}% ${name.toLowerCase()}`),
    )
  })

  it('Claude 3.5 Sonnet leads as many rows of Table 2 as Llama 3 405B', () => {
    expect(altOf('llama3-benchmark')).toContain('as many as Claude 3.5 Sonnet')
    expect(countLeads('Claude 3.5 Sonnet').leads).toBe(countLeads('Llama 3 405B').leads)
    expect(leaders(scoresOf('GSM8K'))).toEqual(['Llama 3 405B'])
  })

  it('the AP averages of the three are level within the interval, and Llama 3 405B leads the LSAT', () => {
    expect(altOf('llama3-benchmark-exam')).toMatch(/level with GPT-4o .* and Claude 3\.5 Sonnet/)
    const [score, half] = scoreOf('AP Average', 'Llama 3 405B')
    for (const rival of ['GPT-4o', 'Claude 3.5 Sonnet']) {
      const [other] = scoreOf('AP Average', rival)
      expect(Math.abs(score - other)).toBeLessThanOrEqual(half)
    }
    const lsat = new Map(exams.models.map((model) => [model, scoreOf('LSAT', model)[0] ?? null]))
    expect(leaders(lsat)).toEqual(['Llama 3 405B'])
  })

  it.each(python.columns)('Llama 3 leads the two smaller classes on %s', (benchmark) => {
    expect(altOf('llama3-benchmark-code')).toMatch(/leads the 8B class .* and the 70B class/)
    const scores = columnOf(python, benchmark)
    expect(leaders(scores, inClass(python.rows, 'small'))).toEqual(['Llama 3 8B'])
    expect(leaders(scores, inClass(python.rows, 'medium'))).toEqual(['Llama 3 70B'])
  })

  it.each(['GPT-4o', 'Claude 3.5 Sonnet'])('Llama 3 405B is in the interval of %s', (rival) => {
    expect(altOf('llama3-benchmark-code')).toContain('is within the intervals of GPT-4o')
    const at = python.columns.indexOf('HumanEval')
    const row = python.rows.find(({ model }) => model === rival)
    const flagship = cell(python, 'Llama 3 405B', 'HumanEval')
    const distance = Math.abs(flagship - Number(row?.values[at]))
    expect(distance).toBeLessThanOrEqual(Number(row?.ci95_half_width[at]))
  })

  it('Llama 3 leads or ties on MGSM, and GPT-4o is ahead on multilingual MMLU', () => {
    const alt = altOf('llama3-benchmark-multilingual')
    expect(alt).toMatch(/leads the smaller classes .* 405B ties Claude 3\.5 Sonnet .* is ahead of/)
    const scores = columnOf(multilingual, 'mgsm_0shot_cot_percent')
    expect(leaders(scores, inClass(multilingual.rows, 'small'))).toEqual(['Llama 3 8B'])
    expect(leaders(scores, inClass(multilingual.rows, 'medium'))).toEqual(['Llama 3 70B'])
    expect(leaders(scores)).toEqual(['Llama 3 405B', 'Claude 3.5 Sonnet'])
    expect(leaders(columnOf(multilingual, 'multilingual_mmlu_5shot_percent'))).toEqual(['GPT-4o'])
  })

  it('Llama 3 405B is ahead of every rival on En.QA, behind on Multi-needle, and level on the rest', () => {
    expect(altOf('llama3-benchmark-long-context')).toMatch(
      /ahead of every rival on En\.QA .* behind on Multi-needle .* level with the best rival on the other/,
    )
    const standings = longContext.columns.map(({ name }, at) => [
      name,
      compareIntervals(longContext.rows, at),
    ])
    expect(standings.filter(([, standing]) => standing !== 'level')).toEqual([
      ['En.QA', 'ahead'],
      ['Multi-needle', 'behind'],
    ])
  })

  it.each([
    ['QuALITY', ['Llama 3 405B', 'GPT-4']],
    ['En.MC', ['Llama 3 405B']],
    ['Multi-needle', ['GPT-4', 'GPT-4o']],
  ])('%s is led by %j', (benchmark, models) => {
    expect(altOf('llama3-benchmark-long-context')).toContain(`${benchmark} (`)
    expect(leaders(columnOf(longContext, benchmark))).toEqual(models)
  })

  it('GPT-4o is the best rival on En.QA and En.MC', () => {
    for (const benchmark of ['En.QA', 'En.MC']) {
      expect(altOf('llama3-benchmark-long-context')).toMatch(
        new RegExp(`${benchmark} \\([\\d.]+ against [\\d.]+ for GPT-4o\\)`),
      )
      const scores = columnOf(longContext, benchmark)
      expect(leaders(scores, (name) => !name.startsWith('Llama'))).toEqual(['GPT-4o'])
    }
  })

  it('Llama 3 leads Nexus in every class, Claude 3.5 Sonnet the rest in the largest', () => {
    const alt = altOf('llama3-benchmark-zero-shot-tool')
    expect(alt).toMatch(
      /leads Nexus in every class .* In the largest class Claude 3\.5 Sonnet leads/,
    )
    const classes = ['small', 'medium', 'large'].map((name) => inClass(toolUse.rows, name))
    const nexus = columnOf(toolUse, 'Nexus')
    expect(classes.map((isIn) => leaders(nexus, isIn))).toEqual([
      ['Llama 3 8B'],
      ['Llama 3 70B'],
      ['Llama 3 405B'],
    ])
    for (const benchmark of ['API-Bank', 'BFCL', 'API-Bench']) {
      expect(leaders(columnOf(toolUse, benchmark), classes[2])).toEqual(['Claude 3.5 Sonnet'])
    }
  })

  it('Llama 3 405B is on average ahead of GPT-4 and behind the other two', () => {
    expect(altOf('llama3-benchmark-human-eval')).toMatch(
      /points ahead of GPT-4, [\d.]+ behind GPT-4o, [\d.]+ behind Claude 3\.5 Sonnet/,
    )
    const signs = ['GPT-4', 'GPT-4o', 'Claude 3.5 Sonnet'].map((name) =>
      Math.sign(meanLeadOver(name)),
    )
    expect(signs).toEqual([1, -1, -1])
  })

  it('Llama 3 405B is furthest ahead of GPT-4 in multiturn coding, furthest behind in multilingual', () => {
    expect(altOf('llama3-benchmark-human-eval')).toMatch(
      /most clearly ahead on multiturn coding .* behind on multilingual .* gap: multiturn coding against GPT-4o/,
    )
    const ranked = rankLeads('GPT-4').map(({ capability }) => capability)
    expect([ranked.at(-1), ranked[0]]).toEqual(['Multiturn Coding', 'Multilingual'])
    expect(findLargestGap()).toMatchObject({ against: 'GPT-4o', capability: 'Multiturn Coding' })
  })
})
