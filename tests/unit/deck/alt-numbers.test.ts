// @vitest-environment node
import { describe, expect, it } from 'vitest'

import benchmarks from '../../../figures/data/benchmarks-key.json'
import code from '../../../figures/data/code.json'
import exams from '../../../figures/data/exams.json'
import toolTasks from '../../../figures/data/human-eval-tools.json'
import humanEval from '../../../figures/data/human-eval.json'
import longContext from '../../../figures/data/long-context.json'
import timeline from '../../../figures/data/mmlu-timeline.json'
import sizes from '../../../figures/data/model-sizes.json'
import multilingual from '../../../figures/data/multilingual.json'
import preference from '../../../figures/data/preference-data.json'
import scaling from '../../../figures/data/scaling-law.json'
import finetuning from '../../../figures/data/sft-data.json'
import toolUse from '../../../figures/data/tool-use.json'
import facts from '../../../figures/data/training-facts.json'
import { figureName, listImages, readSlides } from './deck.ts'
import { listNumbers, readNumbers, withoutGroups } from './read-numbers.ts'

const alts = new Map(
  listImages(readSlides('slides.md')).map(({ src, alt }) => [figureName(src), alt]),
)

function altOf(figure: string): string {
  return alts.get(figure) ?? ''
}

interface Table {
  columns: readonly (string | { name: string })[]
  rows: readonly { model?: string; dataset?: string; values: readonly (number | null)[] }[]
}

/** A column of a table of models or data sets, by row. */
function columnOf({ columns, rows }: Table, name: string): Map<string, number | null> {
  const at = columns.findIndex(
    (column) => (typeof column === 'string' ? column : column.name) === name,
  )
  return new Map(rows.map((row) => [row.model ?? row.dataset ?? '', row.values[at] ?? null]))
}

function cell(table: Table, row: string, column: string): number | null | undefined {
  return columnOf(table, column).get(row)
}

/** The names with the highest value, of all or of a class. */
function leaders(
  scores: ReadonlyMap<string, number | null>,
  isCompared: (name: string) => boolean = () => true,
): string[] {
  const compared = [...scores].filter(([name]) => isCompared(name))
  const best = Math.max(...compared.map(([, score]) => score ?? -Infinity))
  return compared.filter(([, score]) => score === best).map(([name]) => name)
}

/** Whether a model of a table is of a size class. */
function inClass(
  models: readonly { model: string; size_class?: string }[],
  sizeClass: string,
): (name: string) => boolean {
  return (name) => models.some((row) => row.model === name && row.size_class === sizeClass)
}

function sizeRow(key: string): unknown[] {
  return sizes.rows.find((row) => row.key === key)?.values ?? []
}

function exam(
  name: string,
  model: string,
): [value: number | null | undefined, half?: number | null] {
  const row = exams.rows.find((entry) => entry.exam === name)
  const at = exams.models.indexOf(model)
  return [row?.values[at], row?.ci95_half_width[at]]
}

function tableTwo(benchmark: string): Map<string, number | null> {
  const scores = benchmarks.rows.find((row) => row.benchmark === benchmark)?.scores_percent ?? []
  return new Map(benchmarks.models.map(({ name }, at) => [name, scores[at] ?? null]))
}

/** In how many rows of Table 2 a model is the best of its size class, ties included. */
function countLeads(model: string): number {
  const sizeClass = benchmarks.models.find(({ name }) => name === model)?.size_class
  const rivals = new Set(
    benchmarks.models.filter((rival) => rival.size_class === sizeClass).map(({ name }) => name),
  )
  return benchmarks.rows.filter(({ scores_percent: scores }) => {
    const row = new Map(benchmarks.models.map(({ name }, at) => [name, scores[at] ?? null]))
    return leaders(row, (name) => rivals.has(name)).includes(model)
  }).length
}

/** In how many capabilities raters preferred Llama 3 405B to a model more often than not. */
function countWins(against: string): number {
  const { win_percent: wins = [], loss_percent: losses = [] } =
    humanEval.comparisons.find((entry) => entry.against.startsWith(against)) ?? {}
  return wins.filter((win, at) => win > (losses[at] ?? 0)).length
}

function yearOf(date = ''): number {
  return Number.parseInt(date, 10)
}

/** The gap on MMLU when a model was released, and the best closed and open scores that make it. */
function gapAt(model: string): unknown[] {
  const date = charted.find((entry) => entry.model === model)?.released ?? ''
  const [closed = 0, open = 0] = ['closed', 'open'].map((access) => {
    const known = charted.filter((entry) => entry.access === access && entry.released <= date)
    return Math.max(...known.map((entry) => entry.mmlu_percent))
  })
  return [expect.closeTo(closed - open, 6), closed, open]
}

const { pretraining, posttraining, tool_use: tools, long_context: longFacts } = facts
const { rejection_sampling: sampling } = posttraining
const stages: { context_to_tokens?: number }[] = pretraining.stages
const longest = stages.find((stage) => stage.context_to_tokens)?.context_to_tokens
const { python } = code
const { extrapolation } = scaling.compute_optimal_tokens
const { series } = scaling.arc_challenge_forecast
const forecast = series.find(({ name }) => name === 'scaling law prediction for 405B')
const measured = series.find(({ name }) => name === 'Llama 3 405B, measured')
const charted = timeline.entries.filter((entry) => entry.use_in_chart)
/** When the models of the timeline were released, as `YYYY-MM` or `YYYY-MM-DD`. */
const released = charted.map((entry) => entry.released).toSorted()
const SHARE = 'share_of_comparisons_percent'
const EXAMPLES = 'share_of_examples_percent'

/** A place in a figure's alt text, with the values that stand at its groups according to the data. */
type Claim = [figure: string, says: RegExp, data: unknown[]]

const CLAIMS: Claim[] = [
  ['llama3-training', /pass (\S+), (\S+) or (\S+) layers/, sizeRow('layers')],
  ['llama3-training', /on (\S+) tokens with/, [pretraining.tokens]],
  ['llama3-training', /with (\S+) and then (\S+) context/, [pretraining.context_tokens, longest]],
  ['llama3-training', /(\w+) rounds of post-training/, [posttraining.rounds]],

  ['llama3-size', /(\S+), (\S+) and (\S+) layers/, sizeRow('layers')],
  ['llama3-size', /dimensions of (\S+), (\S+) and (\S+),/, sizeRow('model_dimension')],
  ['llama3-size', /but (\d+) key\/value heads in all/, [sizes.related_facts.gqa_key_value_heads]],
  ['llama3-size', /vocabulary of (\S+) and/, sizeRow('vocabulary_size_tokens').slice(0, 1)],
  ['llama3-size', /θ = ([\d,]+)/, sizeRow('rope_theta').slice(0, 1)],

  ['llama3-scaling-rule', /for (\w+) compute budgets/, [scaling.isoflops.budgets.length]],
  ['llama3-scaling-rule', /that at (.+) FLOPs/, [extrapolation.compute_flops]],
  ['llama3-scaling-rule', /suggests (\S+) parameters/, [extrapolation.parameters_printed]],
  ['llama3-scaling-rule', /and (\S+) tokens;/, [extrapolation.tokens_printed]],
  [
    'llama3-scaling-rule',
    /Challenge \(([\d.]+)\).* accuracy of ([\d.]+)%/,
    [forecast?.normalized_nll_per_character, forecast?.accuracy_percent],
  ],
  ['llama3-scaling-rule', /against ([\d.]+)% measured/, [measured?.accuracy_percent]],

  ['llama3-post-training', /One of (\w+) post-training rounds/, [posttraining.rounds]],
  [
    'llama3-post-training',
    /typically (\d+) to (\d+) answers/,
    [sampling.samples_per_prompt_min, sampling.samples_per_prompt_max],
  ],

  claimPreference(/general English makes up ([\d.]+)%/, 'General English', SHARE),
  claimPreference(/coding ([\d.]+)%/, 'Coding', SHARE),
  claimPreference(/reasoning and tools ([\d.]+)%/, 'Reasoning and tools', SHARE),
  claimPreference(/multilingual ([\d.]+)%/, 'Multilingual', SHARE),
  claimPreference(/examples, (\S+) tokens/, 'Coding', 'mean_tokens_per_example'),
  claimPreference(/against (\S+) overall/, 'Total', 'mean_tokens_per_example'),

  claimFinetuning(/([\d.]+)% general English/, 'General English', EXAMPLES),
  claimFinetuning(/([\d.]+)% reasoning and tools/, 'Reasoning and tools', EXAMPLES),
  claimFinetuning(/([\d.]+)% code/, 'Code', EXAMPLES),
  claimFinetuning(/only ([\d.]+)%/, 'Long context', EXAMPLES),
  claimFinetuning(/average (\S+) tokens/, 'Long context', 'mean_tokens'),
  claimFinetuning(/against (\S+) overall/, 'Total', 'mean_tokens'),

  ['llama3-long-context', /into (\S+)-token pieces/, [longFacts.chunk_tokens]],
  ['llama3-long-context', /that (\w+) or more/, [longFacts.code_dependency_min_referencing_files]],
  ['llama3-long-context', /is ([\d.]+)% of the mix/, [longFacts.synthetic_share_of_mix_percent]],
  [
    'llama3-long-context',
    /lengths of (\S+), (\S+), (\S+) and (\S+) tokens/,
    longFacts.length_buckets_tokens,
  ],

  ['llama3-code', /about (\d+)% of the/, [facts.code.self_corrected_share_percent_about]],
  ['llama3-code', /about (\S+) dialogs/, [facts.code.execution_feedback_dialogs_about]],

  ['llama3-tool-use-data', /about (\d+)% dropped/, [tools.filtered_share_percent_about]],
  ['llama3-tool-use-data', /uploads of (\d+) types/, [tools.file_types.length]],

  ['llama3-benchmark', /^Table (\d+) of/, readNumbers(benchmarks.source.where, /^Table (\d+)$/)],
  ['llama3-benchmark', /of (\w+) models/, [benchmarks.models.length]],
  ['llama3-benchmark', /on (\d+) benchmarks/, [benchmarks.rows.length]],
  [
    'llama3-benchmark',
    /in (\d+) rows at 8B and (\d+) at 70B; the 405B model leads (\d+) rows/,
    ['Llama 3 8B', 'Llama 3 70B', 'Llama 3 405B'].map(countLeads),
  ],
  ['llama3-benchmark', /GSM8K with (\S+)%/, [tableTwo('GSM8K').get('Llama 3 405B')]],

  ['llama3-benchmark-exam', /average of (\d+) AP exams/, [exams.facts.ap_exam_count]],
  ['llama3-benchmark-exam', /405B reaches (\S+) ± (\S+),/, exam('AP Average', 'Llama 3 405B')],
  ['llama3-benchmark-exam', /GPT-4o \(([\d.]+)\)/, exam('AP Average', 'GPT-4o').slice(0, 1)],
  [
    'llama3-benchmark-exam',
    /Sonnet \(([\d.]+)\)/,
    exam('AP Average', 'Claude 3.5 Sonnet').slice(0, 1),
  ],
  [
    'llama3-benchmark-exam',
    /LSAT it leads with ([\d.]+)\./,
    exam('LSAT', 'Llama 3 405B').slice(0, 1),
  ],

  ['llama3-benchmark-code', /\(([\d.]+) on HumanEval/, [cell(python, 'Llama 3 8B', 'HumanEval')]],
  ['llama3-benchmark-code', /Gemma 2's ([\d.]+)\)/, [cell(python, 'Gemma 2 9B', 'HumanEval')]],
  ['llama3-benchmark-code', /70B class \(([\d.]+)\)/, [cell(python, 'Llama 3 70B', 'HumanEval')]],
  ['llama3-benchmark-code', /all (\w+) benchmarks/, [python.columns.length]],
  ['llama3-benchmark-code', /405B model \(([\d.]+)\)/, [cell(python, 'Llama 3 405B', 'HumanEval')]],
  ['llama3-benchmark-code', /GPT-4o \(([\d.]+)\)/, [cell(python, 'GPT-4o', 'HumanEval')]],
  [
    'llama3-benchmark-code',
    /Sonnet \(([\d.]+)\)/,
    [cell(python, 'Claude 3.5 Sonnet', 'HumanEval')],
  ],

  claimMultilingual(/8B ([\d.]+),/, 'Llama 3 8B', 'mgsm_0shot_cot_percent'),
  claimMultilingual(/70B ([\d.]+)\)/, 'Llama 3 70B', 'mgsm_0shot_cot_percent'),
  claimMultilingual(/Sonnet at ([\d.]+)\. /, 'Llama 3 405B', 'mgsm_0shot_cot_percent'),
  claimMultilingual(/GPT-4o \(([\d.]+)\)/, 'GPT-4o', 'multilingual_mmlu_5shot_percent'),
  claimMultilingual(/405B \(([\d.]+)\)/, 'Llama 3 405B', 'multilingual_mmlu_5shot_percent'),

  claimLongContext(/QuALITY \(([\d.]+)\)/, 'Llama 3 405B', 'QuALITY'),
  claimLongContext(/En\.MC \(([\d.]+)\)/, 'Llama 3 405B', 'En.MC'),
  claimLongContext(/En\.QA \(([\d.]+) /, 'Llama 3 70B', 'En.QA'),
  claimLongContext(/against ([\d.]+) for GPT-4o\)/, 'GPT-4o', 'En.QA'),
  claimLongContext(/recall is ([\d.]+) for 405B/, 'Llama 3 405B', 'Multi-needle'),
  claimLongContext(/against ([\d.]+) for GPT-4 and/, 'GPT-4', 'Multi-needle'),

  [
    'llama3-benchmark-zero-shot-tool',
    /every class \(([\d.]+), ([\d.]+), ([\d.]+)\)/,
    ['Llama 3 8B', 'Llama 3 70B', 'Llama 3 405B'].map((model) => cell(toolUse, model, 'Nexus')),
  ],
  ...['API-Bank', 'BFCL', 'API-Bench'].map((benchmark): Claim => [
    'llama3-benchmark-zero-shot-tool',
    new RegExp(`${benchmark} \\(([\\d.]+) against ([\\d.]+)\\)`),
    ['Claude 3.5 Sonnet', 'Llama 3 405B'].map((model) => cell(toolUse, model, benchmark)),
  ]),

  claimTask(/code execution \(([\d.]+)% to ([\d.]+)%\)/, 'Text-only code execution'),
  claimTask(/plots \(([\d.]+)% to ([\d.]+)%\)/, 'Plots generation'),
  claimTask(/file uploads \(([\d.]+)% to ([\d.]+)%\)/, 'File uploads'),

  [
    'llama3-benchmark-human-eval',
    /in (\d+) of (\d+) capabilities against GPT-4,/,
    [countWins('GPT-4 (0125'), humanEval.capabilities.length],
  ],
  [
    'llama3-benchmark-human-eval',
    /in (\d+) of (\d+) against Claude/,
    [countWins('Claude 3.5 Sonnet'), humanEval.capabilities.length],
  ],
  ['MMLU-date', /, \w+ (\d+) to \w+ (\d+):/, [released.at(0), released.at(-1)].map(yearOf)],
  ['MMLU-date', /was ([\d.]+) points .*\(([\d.]+) against ([\d.]+)\);/, gapAt('GPT-4')],
  ['MMLU-date', /is ([\d.]+) points \(([\d.]+) against ([\d.]+)\)/, gapAt('Llama 3.1 405B')],

  ['llama3-benchmark-human-eval', /GPT-4o, ([\d.]+)% to ([\d.]+)%/, largestGap().shares],
]

function claimPreference(says: RegExp, row: string, column: string): Claim {
  return ['llama3-preference-data-statistics', says, [cell(preference, row, column)]]
}

function claimFinetuning(says: RegExp, row: string, column: string): Claim {
  return ['llama3-sft-data-statistics', says, [cell(finetuning, row, column)]]
}

function claimMultilingual(says: RegExp, row: string, column: string): Claim {
  return ['llama3-benchmark-multilingual', says, [cell(multilingual, row, column)]]
}

function claimLongContext(says: RegExp, row: string, column: string): Claim {
  return ['llama3-benchmark-long-context', says, [cell(longContext, row, column)]]
}

function claimTask(says: RegExp, task: string): Claim {
  const [win, , loss] = toolTasks.rows.find((row) => row.task === task)?.values ?? []
  return ['llama3-benchmark-human-eval-code', says, [win, loss]]
}

/** Where raters' preference for another model is strongest, over all three models. */
function largestGap(): { against: string; capability: string; shares: [number, number] } {
  const gaps = humanEval.comparisons.flatMap(
    ({ against, win_percent: wins, loss_percent: losses }) =>
      humanEval.capabilities.map((capability, at) => {
        const shares: [number, number] = [wins[at] ?? 0, losses[at] ?? 0]
        return { against, capability, shares }
      }),
  )
  const width = ([win, loss]: [number, number]): number => loss - win
  return gaps.reduce((widest, gap) => (width(gap.shares) > width(widest.shares) ? gap : widest))
}

it.each(CLAIMS)('the alt text of %s gives at %s what the data give', (figure, says, data) => {
  expect(readNumbers(altOf(figure), says)).toEqual(data)
})

/** Names with digits in them, and the numbers by which panels are called. */
const NAMES_RE =
  /Llama \d(?:\.\d)?(?: \d+B)?|GPT-4o?|Claude 3\.5|Gemma 2|\b(?:8|70|405)B\b|GSM8K|pass@1|95% intervals|\b[1-4](?: and [1-4])?(?=: |, schematic)/g

it.each([...alts.keys()])('the alt text of %s gives no number without data', (figure) => {
  const patterns = CLAIMS.filter(([name]) => name === figure).map(([, says]) => says)
  const rest = withoutGroups(altOf(figure), patterns).replace(NAMES_RE, '')
  expect(listNumbers(rest)).toEqual([])
})

describe('what the alt texts say of the numbers is so:', () => {
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
    expect(countLeads('Claude 3.5 Sonnet')).toBe(countLeads('Llama 3 405B'))
    expect(leaders(tableTwo('GSM8K'))).toEqual(['Llama 3 405B'])
  })

  it('the AP averages of the three are level within the interval, and Llama 3 405B leads the LSAT', () => {
    expect(altOf('llama3-benchmark-exam')).toMatch(/level with GPT-4o .* and Claude 3\.5 Sonnet/)
    const [score, half] = exam('AP Average', 'Llama 3 405B')
    for (const rival of ['GPT-4o', 'Claude 3.5 Sonnet']) {
      const [other] = exam('AP Average', rival)
      expect(Math.abs(Number(score) - Number(other))).toBeLessThanOrEqual(Number(half))
    }
    const lsat = new Map(exams.models.map((model) => [model, exam('LSAT', model)[0] ?? null]))
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
    const flagship = Number(cell(python, 'Llama 3 405B', 'HumanEval'))
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

  it.each([
    ['QuALITY', ['Llama 3 405B', 'GPT-4']],
    ['En.MC', ['Llama 3 405B']],
    ['En.QA', ['Llama 3 70B']],
    ['Multi-needle', ['GPT-4', 'GPT-4o']],
  ])('%s is led by %j', (benchmark, models) => {
    expect(altOf('llama3-benchmark-long-context')).toMatch(
      /ties GPT-4 on QuALITY .* leads En\.MC .*; Llama 3 70B leads En\.QA .* for GPT-4 and GPT-4o\./,
    )
    expect(leaders(columnOf(longContext, benchmark))).toEqual(models)
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

  it('GPT-4o wins every capability, and by most multiturn coding', () => {
    expect(altOf('llama3-benchmark-human-eval')).toMatch(
      /in none against GPT-4o, .* Largest gap: multiturn coding against GPT-4o/,
    )
    expect(countWins('GPT-4o')).toBe(0)
    expect(largestGap()).toMatchObject({ against: 'GPT-4o', capability: 'Multiturn Coding' })
  })
})
