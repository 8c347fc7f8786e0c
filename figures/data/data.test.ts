// @vitest-environment node
import { describe, expect, it } from 'vitest'

import benchmarks from './benchmarks-key.json'
import code from './code.json'
import { listCells, listDataFiles, listDescribedFiles, readDataFile } from './data-files.ts'
import exams from './exams.json'
import toolTasks from './human-eval-tools.json'
import humanEval from './human-eval.json'
import longContext from './long-context.json'
import timeline from './mmlu-timeline.json'
import sizes from './model-sizes.json'
import multilingual from './multilingual.json'
import preference from './preference-data.json'
import scaling from './scaling-law.json'
import finetuning from './sft-data.json'
import toolUse from './tool-use.json'
import facts from './training-facts.json'

/** Rounding error of a number with one decimal, and of binary fractions. */
const HALF_A_TENTH = 0.05 + 1e-9

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

/** Reads numbers from a doubt, by the groups of a pattern. */
function readDoubt(doubts: readonly { doubt: string }[], pattern: RegExp): number[] {
  const match = doubts.map(({ doubt }) => pattern.exec(doubt)).find((found) => found !== null)
  return (match ?? []).slice(1).map(Number)
}

describe('the data files', () => {
  const files = listDataFiles()

  it('are those the README has an entry for, once each', () => {
    expect(listDescribedFiles().toSorted()).toEqual(files)
  })

  it.each(files)('%s has a title, its source and what stays in doubt', (file) => {
    expect(readDataFile(file)).toMatchObject({
      title: expect.stringMatching(/\w/),
      source: { where: expect.stringMatching(/\w/), verified: expect.stringMatching(/\w/) },
      doubts: expect.any(Array),
    })
  })

  it.each([
    ['benchmarks-key.json', 16],
    ['code.json', 34],
    ['exams.json', 48],
    ['human-eval-tools.json', 3],
    ['human-eval.json', 9],
    ['long-context.json', 12],
    ['model-sizes.json', 10],
    ['multilingual.json', 17],
    ['preference-data.json', 6],
    ['scaling-law.json', 136],
    ['sft-data.json', 8],
    ['tool-use.json', 22],
  ])('%s has rows as long as its columns, in %i lists', (file, lists) => {
    const cells = listCells(readDataFile(file))
    expect(cells).toHaveLength(lists)
    expect(cells.filter((list) => list.columns !== list.cells)).toEqual([])
  })

  it.each([
    ['code.json', [...code.python.rows, ...code.multilingual_code.rows]],
    ['exams.json', exams.rows.filter((row) => row.unit === 'accuracy_percent')],
    ['long-context.json', longContext.rows],
    ['tool-use.json', toolUse.rows],
  ])('%s has an interval for every value and for no empty cell', (_, rows) => {
    for (const { values, ci95_half_width: halfWidths } of rows) {
      expect(halfWidths.map((half) => half === null)).toEqual(values.map((value) => value === null))
    }
  })
})

describe('benchmarks-key.json', () => {
  const { models, rows } = benchmarks

  it.each(rows)('names the best of each class in $benchmark, $setting', (row) => {
    const best = Object.keys(row.best_in_class_derived).map((sizeClass) => {
      const scored = models.flatMap((model, at) =>
        model.size_class === sizeClass
          ? [{ name: model.name, score: row.scores_percent[at] ?? 0 }]
          : [],
      )
      const highest = Math.max(...scored.map(({ score }) => score))
      return scored.filter(({ score }) => score === highest).map(({ name }) => name)
    })
    expect(Object.keys(row.best_in_class_derived)).toEqual(
      Object.keys(benchmarks.size_class_labels),
    )
    expect(Object.values(row.best_in_class_derived)).toEqual(best)
  })

  it('has footnotes and doubts that begin with the value of their cell', () => {
    for (const { benchmark, setting, model, note } of benchmarks.footnotes) {
      const row = rows.find((entry) => entry.benchmark === benchmark && entry.setting === setting)
      const at = models.findIndex(({ name }) => name === model)
      expect(Number.parseFloat(note)).toBe(row?.scores_percent[at])
    }
    const [needle, nexus] = benchmarks.doubts
    expect(Number.parseFloat(needle?.doubt ?? '')).toBe(tableTwo('InfiniteBench/En.MC', 'GPT-4'))
    expect(Number.parseFloat(nexus?.doubt ?? '')).toBe(tableTwo('Nexus', 'Gemma 2 9B'))
  })
})

/** Returns a score of Table 2; later tables call GPT-4 (0125) GPT-4. */
function tableTwo(benchmark: string, model: string, setting?: string): number | null | undefined {
  const at = benchmarks.models.findIndex(({ name }) => name.replace(' (0125)', '') === model)
  return benchmarks.rows.find(
    (row) => row.benchmark === benchmark && (!setting || row.setting === setting),
  )?.scores_percent[at]
}

interface ScoreTable {
  columns: readonly (string | { name: string })[]
  rows: readonly { model: string; values: readonly (number | null)[] }[]
}

describe('the scores of Table 2 and of the table of one kind of benchmark', () => {
  it.each<[string, ScoreTable, column: string, benchmark: string, differing: string[]]>([
    ['code.json', code.python, 'HumanEval', 'HumanEval', []],
    ['code.json', code.python, 'MBPP EvalPlus (base)', 'MBPP EvalPlus', []],
    ['multilingual.json', multilingual, 'mgsm_0shot_cot_percent', 'MGSM', []],
    ['long-context.json', longContext, 'QuALITY', 'ZeroSCROLLS/QuALITY', []],
    ['long-context.json', longContext, 'En.MC', 'InfiniteBench/En.MC', ['GPT-4']],
    ['long-context.json', longContext, 'Multi-needle', 'NIH/Multi-needle', []],
    ['tool-use.json', toolUse, 'Nexus', 'Nexus', ['Gemma 2 9B']],
    ['tool-use.json', toolUse, 'BFCL', 'BFCL', []],
  ])('agree but for the doubts: %s, %o, %s', (_, table, column, benchmark, differing) => {
    const at = table.columns.findIndex(
      (entry) => (typeof entry === 'string' ? entry : entry.name) === column,
    )
    expect(at).not.toBe(-1)
    const differs = table.rows.filter((row) => row.values[at] !== tableTwo(benchmark, row.model))
    expect(differs.map(({ model }) => model)).toEqual(differing)
    const inDoubt = benchmarks.doubts.filter((doubt) => doubt.benchmark === benchmark)
    const doubted = inDoubt.flatMap(({ models = [] }) =>
      models.map((model) => model.split(' (')[0]),
    )
    expect(doubted).toEqual(differing)
  })
})

describe('exams.json', () => {
  const papers = exams.rows.filter((row) => row.group === 'AP')

  it('has as many AP exams as the average is of', () => {
    expect(papers).toHaveLength(exams.facts.ap_exam_count)
  })

  it.each(exams.models.map((model, at) => ({ model, at })))(
    'averages the AP exams of $model',
    ({ at }) => {
      const printed = exams.rows.find((row) => row.exam === 'AP Average')?.values[at]
      const computed = mean(papers.map((row) => Number(row.values[at])))
      expect(Math.abs(Number(printed) - computed)).toBeLessThanOrEqual(HALF_A_TENTH)
    },
  )

  it('gives a width of zero to full marks only', () => {
    for (const { values, ci95_half_width: halfWidths } of exams.rows) {
      expect(halfWidths.map((half) => half === 0)).toEqual(values.map((value) => value === 100))
    }
  })

  it('keeps the scaled scores on the scale of the GRE', () => {
    const scaled = exams.rows.filter((row) => row.unit.startsWith('scaled_score'))
    expect(scaled.map((row) => row.exam)).toEqual(['GRE Quant.', 'GRE Verbal'])
    for (const value of scaled.flatMap((row) => row.values)) {
      expect(value).toBeGreaterThanOrEqual(exams.facts.gre_scale_min)
      expect(value).toBeLessThanOrEqual(exams.facts.gre_scale_max)
    }
  })
})

describe('human-eval-tools.json and human-eval.json', () => {
  it.each(toolTasks.rows)('add up $task to 100.0', ({ values }) => {
    expect(sum(values)).toBeCloseTo(100, 6)
  })

  it('hold the 42 printed labels', () => {
    const labels = humanEval.comparisons.flatMap((row) => [...row.win_percent, ...row.loss_percent])
    const [, printed] = /all (\d+) numbers/.exec(humanEval.source.verified) ?? []
    expect(labels).toHaveLength(Number(printed))
  })

  it.each(humanEval.comparisons)('leave the rest to neither side, against $against', (row) => {
    const rest = row.win_percent.map((win, at) => 100 - win - (row.loss_percent[at] ?? 0))
    expect(row.remainder_percent_derived).toEqual(rest.map((value) => expect.closeTo(value, 6)))
  })
})

/** Returns the rows of a table of data sets without the total, its last row. */
function splitTotal<Row extends { dataset: string }>(
  rows: readonly Row[],
): [Row[], Row | undefined] {
  return [rows.slice(0, -1), rows.at(-1)]
}

/** Returns the mean of a column, weighted by the shares in the first column. */
function weightedMean(rows: readonly { values: readonly number[] }[], column: number): number {
  return sum(rows.map(({ values }) => ((values[0] ?? 0) / 100) * (values[column] ?? 0)))
}

describe('preference-data.json', () => {
  const [rows, total] = splitTotal(preference.rows)

  it('adds up the shares to 100', () => {
    expect(total?.dataset).toBe('Total')
    expect(sum(rows.map(({ values }) => values[0] ?? 0))).toBeCloseTo(100, 6)
    expect(total?.values[0]).toBe(100)
  })

  it('has for the total the weighted means, to within 0.1', () => {
    const [, within] = /of the rows to within ([\d.]+)/.exec(preference.source.verified) ?? []
    for (const column of [1, 2, 3, 4]) {
      const distance = Math.abs(weightedMean(rows, column) - (total?.values[column] ?? 0))
      expect(distance).toBeLessThanOrEqual(Number(within) + HALF_A_TENTH)
    }
  })

  it('says in its doubts what the weighted means are', () => {
    const [tokens, response] = readDoubt(preference.doubts, /: ([\d.]+) and ([\d.]+) against/)
    expect(weightedMean(rows, 2).toFixed(1)).toBe(tokens?.toFixed(1))
    expect(weightedMean(rows, 4).toFixed(1)).toBe(response?.toFixed(1))
  })
})

describe('sft-data.json', () => {
  const [rows, total] = splitTotal(finetuning.rows)

  it('adds up the shares to 100', () => {
    expect(total?.dataset).toBe('Total')
    expect(sum(rows.map(({ values }) => values[0] ?? 0))).toBeCloseTo(100, 6)
  })

  it.each(finetuning.rows)(
    'splits the tokens of $dataset into context and final response',
    (row) => {
      const [, , tokens = 0, context = 0, response = 0] = row.values
      const [, within] = /in every row to within ([\d.]+)/.exec(finetuning.notes[0] ?? '') ?? []
      expect(Math.abs(context + response - tokens)).toBeLessThanOrEqual(Number(within) + 1e-9)
    },
  )

  it('says in its doubts what the weighted means are, and the share that explains them', () => {
    const [tokens, context] = readDoubt(finetuning.doubts, /: ([\d.]+) and ([\d.]+) against/)
    expect(weightedMean(rows, 2).toFixed(1)).toBe(tokens?.toFixed(1))
    expect(weightedMean(rows, 3).toFixed(1)).toBe(context?.toFixed(1))
    const [share = 0] = readDoubt(finetuning.doubts, /true share of about ([\d.]+) %/)
    const explained = rows.map((row) =>
      row.dataset === 'Long context' ? { values: [share, ...row.values.slice(1)] } : row,
    )
    expect(Math.abs(weightedMean(explained, 2) - (total?.values[2] ?? 0))).toBeLessThan(0.2)
  })
})

describe('model-sizes.json', () => {
  const row = (key: string): unknown[] =>
    sizes.rows.find((entry) => entry.key === key)?.values ?? []

  it('gives every head of attention 128 dimensions, as the released models have', () => {
    const heads = row('attention_heads').map(Number)
    const perHead = row('model_dimension').map(
      (dimension, at) => Number(dimension) / (heads[at] ?? 0),
    )
    expect(perHead).toEqual([128, 128, 128])
  })

  it('repeats in its facts and in the row of RoPE what the table says', () => {
    const { related_facts: related } = sizes
    const vocabulary =
      related.vocabulary_from_tiktoken_tokens + related.vocabulary_added_for_non_english_tokens
    expect(new Set(row('vocabulary_size_tokens'))).toEqual(new Set([vocabulary]))
    expect(new Set(row('key_value_heads'))).toEqual(new Set([related.gqa_key_value_heads]))
    expect(row('positional_embedding')).toEqual(
      row('rope_theta').map((theta) => `RoPE, theta = ${Number(theta)}`),
    )
  })

  it('marks as shared the rows whose values are the same for a reason of design', () => {
    for (const entry of sizes.rows.filter(({ shared }) => shared)) {
      expect(new Set<unknown>(entry.values).size).toBe(1)
    }
  })
})

describe('multilingual.json', () => {
  it.each(['Llama 3 8B', 'Llama 3 70B', 'Llama 3 405B'])(
    'averages the languages of %s',
    (model) => {
      const { models, rows } = multilingual.per_language_mmlu_5shot_percent
      const at = models.findIndex(
        (name) => name === `${model.replace('Llama 3', 'Llama 3.1')} Instruct`,
      )
      const printed = multilingual.rows.find((row) => row.model === model)?.values[1]
      const computed = mean(rows.map(({ values }) => values[at] ?? Number.NaN))
      expect(Math.abs(Number(printed) - computed)).toBeLessThanOrEqual(HALF_A_TENTH)
    },
  )

  it('has scores by language for every supported language but English', () => {
    const languages = multilingual.per_language_mmlu_5shot_percent.rows.map((row) => row.language)
    expect([...languages, 'English'].toSorted()).toEqual(
      multilingual.facts.supported_languages.toSorted(),
    )
  })
})

describe('scaling-law.json', () => {
  const { isoflops, compute_optimal_tokens: optimal } = scaling
  const { extrapolation } = optimal

  it('holds as many runs as were measured, by budget and together', () => {
    const counts = isoflops.budgets.map(({ runs }) => runs.length)
    expect(sum(counts)).toBe(isoflops.runs_total)
    const doubt = scaling.doubts.find(({ cell }) => cell === 'isoflops runs')?.doubt
    expect(doubt).toContain(`Run counts per budget: ${counts.join(', ')};`)
  })

  it.each(isoflops.budgets)(
    'has the minimum of $compute_flops FLOPs where its parabola has it',
    (budget) => {
      const { a, b, c } = budget.parabola_in_log10_tokens
      const { tokens, loss, parameters_derived: parameters } = budget.compute_optimal
      expect(-b / (2 * a)).toBeCloseTo(Math.log10(tokens), 3)
      expect(c - b ** 2 / (4 * a)).toBeCloseTo(loss, 3)
      expect(budget.compute_flops / (6 * tokens) / parameters).toBeCloseTo(1, 2)
    },
  )

  it('has parabolas within 0.01 of every run they are fitted to', () => {
    for (const { runs, parabola_in_log10_tokens: parabola } of isoflops.budgets) {
      for (const [tokens = 0, loss = 0] of runs) {
        const x = Math.log10(tokens)
        const fitted = parabola.a * x ** 2 + parabola.b * x + parabola.c
        expect(Math.abs(fitted - loss)).toBeLessThan(0.01)
      }
    }
  })

  it('returns our refit of the ten minima', () => {
    const points = isoflops.budgets.map(
      ({ compute_flops: flops, compute_optimal: { tokens } }) => ({
        x: Math.log10(flops),
        y: Math.log10(tokens),
      }),
    )
    const x = mean(points.map((point) => point.x))
    const y = mean(points.map((point) => point.y))
    const alpha =
      sum(points.map((point) => (point.x - x) * (point.y - y))) /
      sum(points.map((point) => (point.x - x) ** 2))
    expect(alpha).toBeCloseTo(optimal.fit_our_refit.alpha, 3)
    expect(10 ** (y - alpha * x)).toBeCloseTo(optimal.fit_our_refit.A, 2)
  })

  it.each([
    [optimal.fit_printed_in_text, extrapolation.tokens_from_text_fit_derived],
    [optimal.fit_in_figure_legend, extrapolation.tokens_from_legend_fit_derived],
    [optimal.fit_our_refit, extrapolation.tokens_from_our_refit_derived],
  ])('extrapolates %o to %d tokens', ({ alpha, A }, tokens) => {
    expect((A * extrapolation.compute_flops ** alpha) / tokens).toBeCloseTo(1, 2)
  })

  it('draws with the fit that comes nearest the printed tokens', () => {
    expect(optimal.draw_with).toBe('fit_in_figure_legend')
    const distance = (tokens: number): number => Math.abs(tokens - extrapolation.tokens_printed)
    const { tokens_from_text_fit_derived: text, tokens_from_legend_fit_derived: legend } =
      extrapolation
    expect(distance(legend)).toBeLessThan(distance(text))
  })

  it('says in its doubts how far the printed pairs are from the budget', () => {
    const [forecast, built] = readDoubt(scaling.doubts, /= ([\d.e]+), not .* = ([\d.e]+)\.$/)
    const { parameters_printed: parameters, tokens_printed: tokens } = extrapolation
    expect((6 * parameters * tokens).toPrecision(3)).toBe(forecast?.toPrecision(3))
    const { flagship_built: flagship } = optimal
    expect((6 * flagship.parameters * flagship.tokens).toPrecision(3)).toBe(built?.toPrecision(3))
  })
})

describe('training-facts.json', () => {
  const { pretraining } = facts
  const stages: Readonly<Record<string, unknown>>[] = pretraining.stages

  it.each([
    ['data of pre-training', pretraining.data_mix_percent],
    ['multilingual finetuning data', facts.multilingual.sft_mix_percent],
  ])('adds up the parts of the %s to 100', (_, mix) => {
    expect(sum(mix.map(({ percent }) => percent))).toBeCloseTo(100, 6)
  })

  it('adds up the weights of the annealing study to 100', () => {
    const { small_dataset_test: test } = pretraining.annealing_data_study
    expect(test.new_dataset_weight_percent + test.default_mix_weight_percent).toBe(100)
  })

  it('agrees with scaling-law.json on the flagship', () => {
    expect(scaling.compute_optimal_tokens.flagship_built).toEqual({
      parameters: pretraining.flagship_parameters,
      tokens: pretraining.tokens,
      compute_flops: pretraining.compute_flops,
    })
    expect(scaling.compute_optimal_tokens.extrapolation.compute_flops).toBe(
      pretraining.compute_flops,
    )
  })

  it('lengthens the context from what pre-training has to what annealing has', () => {
    const [, lengthening, annealing] = stages
    expect(lengthening?.['context_from_tokens']).toBe(pretraining.context_tokens)
    expect(lengthening?.['context_to_tokens']).toBe(annealing?.['context_tokens'])
    expect(facts.long_context.length_buckets_tokens.at(-1)).toBe(annealing?.['context_tokens'])
  })
})

/** Returns the name that Table 2, or `tableTwo` for GPT-4, gives a model of the timeline. */
function nameInTableTwo(model: string): string {
  return model
    .replace('Llama 3.1', 'Llama 3')
    .replace('Nemotron-4', 'Nemotron 4')
    .replace(' (0125)', '')
}

describe('mmlu-timeline.json', () => {
  it.each(['closed', 'open'] as const)(
    'names the %s models that were the best so far',
    (access) => {
      let best = 0
      const records = timeline.entries
        .filter((entry) => entry.use_in_chart && entry.access === access)
        .toSorted((a, b) => a.released.localeCompare(b.released))
        .filter(({ mmlu_percent: score }) => {
          const isRecord = score > best
          best = Math.max(best, score)
          return isRecord
        })
      expect(records.map(({ model }) => model)).toEqual(timeline.derived[`best_so_far_${access}`])
    },
  )

  it.each(timeline.entries)(
    'dates $model to its precision',
    ({ released, date_precision: precision }) => {
      expect(released).toMatch(precision === 'day' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d$/)
      expect(Number.isNaN(Date.parse(released))).toBe(false)
    },
  )

  it.each(timeline.entries)('says where the score of $model is from', (entry) => {
    expect(entry.score_source).toMatch(/\w/)
    expect(entry.date_source).toMatch(/\w/)
    expect(entry.mmlu_percent).toBeGreaterThan(25)
    expect(entry.mmlu_percent).toBeLessThan(100)
  })

  it('has no score of its own for a model of Table 2', () => {
    const compared = timeline.entries.filter(({ model, released }) => {
      // The GPT-4 of the table is a later version of that of March 2023, and has an entry of its own.
      const isOther = model === 'GPT-4' && released < '2024'
      return !isOther && typeof tableTwo('MMLU', nameInTableTwo(model), '5-shot') === 'number'
    })
    expect(compared.map(({ model }) => model)).toEqual(
      expect.arrayContaining(['GPT-4 (0125)', 'GPT-4o', 'Claude 3.5 Sonnet', 'Llama 3.1 405B']),
    )
    for (const { model, mmlu_percent: percent } of compared) {
      expect({ model, percent }).toEqual({
        model,
        percent: tableTwo('MMLU', nameInTableTwo(model), '5-shot'),
      })
    }
  })

  it('shows what its note on use_in_chart says: clear records at 5 shots, and GPT-4 (0125)', () => {
    // Without a day a model stands in the middle of its month, as in the figure.
    const dated = (released: string): string =>
      released.length === 7 ? `${released}-15` : released
    const [, least, extra] =
      /by more than ([\d.]+), and (.+?), the GPT-4/.exec(timeline.notes.at(-1) ?? '') ?? []
    const best = new Map<string, number>()
    const chosen = timeline.entries
      .filter(({ protocol }) => /^5-shot(?:, base|, instruct)?$/.test(protocol))
      .toSorted((a, b) => dated(a.released).localeCompare(dated(b.released)))
      .filter(({ model, access, mmlu_percent: score }) => {
        const gain = score - (best.get(access) ?? 0)
        best.set(access, Math.max(best.get(access) ?? 0, score))
        return gain > Number(least) + 1e-9 || model === extra
      })
    const used = timeline.entries.filter((entry) => entry.use_in_chart)
    expect(chosen.map(({ model }) => model).toSorted()).toEqual(
      used.map(({ model }) => model).toSorted(),
    )
  })

  it('gives the scores of Table 2 where it names Table 2', () => {
    const own = timeline.entries.map(
      ({ model, mmlu_percent: percent, protocol, score_source: source }) => ({
        model,
        percent,
        protocol,
        source,
      }),
    )
    const other = timeline.entries.flatMap(({ model, other_reported_percent: reported }) =>
      reported.map((score) => ({ model, ...score })),
    )
    const quoted = [...own, ...other].filter(({ source }) => source.includes('Table 2'))
    const compared = quoted.filter(({ source }) => !source.startsWith('Llama 2'))
    expect(compared.length).toBeGreaterThanOrEqual(9)
    for (const { model, percent, protocol } of compared) {
      const name = nameInTableTwo(model)
      const setting = protocol.startsWith('0-shot') ? '0-shot, CoT' : '5-shot'
      expect({ model, percent }).toEqual({ model, percent: tableTwo('MMLU', name, setting) })
    }
  })
})
