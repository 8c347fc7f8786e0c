import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import data from '../data/scaling-law.json'
import { figureText } from '../test-readers/figure-text.ts'
import { glyphText } from '../test-readers/glyph-text.ts'
import { facts } from './facts.ts'
import { findForecast } from './forecast.ts'
import {
  describeForecast,
  listRuns,
  lossAt,
  nameBudget,
  noteFits,
  optimalTokens,
  traceParabola,
} from './llama3-scaling-rule.ts'
import Figure from './llama3-scaling-rule.vue'

const { budgets } = data.isoflops
const law = data.compute_optimal_tokens

it('numbers the panels 1 to 4 and marks only the last two as schematic', () => {
  const titles = mount(Figure)
    .findAll('.head')
    .map((heading) => [
      heading.text().charAt(0),
      glyphText(heading.get('.title')).replace(/\s+/g, ' ').trim(),
      heading.find('.kind').exists(),
    ])
  expect(titles).toEqual([
    ['1', 'IsoFLOPs curves', false],
    ['2', 'Compute-optimal tokens', false],
    ['3', 'arrow Compute NLL', true],
    ['4', 'arrow NLL accuracy', true],
  ])
})

it('draws every run, one parabola and one minimum for each budget', () => {
  const panel = mount(Figure).findAll('.plot-panel')[0]
  const curves = panel?.findAll('.curve') ?? []
  expect(curves.map((curve) => curve.findAll('circle').length)).toEqual(
    budgets.map(({ runs }) => runs.length),
  )
  expect(curves.flatMap((curve) => curve.findAll('circle'))).toHaveLength(data.isoflops.runs_total)
  expect(panel?.findAll('.budget').map((label) => label.text().replaceAll(/\s/g, ''))).toEqual([
    '6×1018FLOPs',
    '1019',
    '3×1019',
    '1020',
    '3×1020',
    '1021',
    '3×1021',
    '1022',
  ])
  expect(panel?.findAll('.minima rect')).toHaveLength(budgets.length + 1)
})

it('gives the loss and the tokens of every minimum, and what they suggest for the flagship', () => {
  const [isoflops, tokens] = mount(Figure).findAll('.plot-panel')
  const valuesOf = (panel = isoflops): unknown[][] =>
    panel
      ?.findAll('[data-value]')
      .map((mark) =>
        ['data-row', 'data-column', 'data-value'].map((name) => mark.attributes(name)),
      ) ?? []
  expect(valuesOf(isoflops)).toEqual(
    budgets.map(({ compute_flops: flops, compute_optimal: { loss } }) => [
      nameBudget(flops),
      'Least validation loss',
      loss.toFixed(3),
    ]),
  )
  const optimal = valuesOf(tokens)
  expect(optimal).toHaveLength(budgets.length + 2)
  for (const [index, { compute_flops: flops, compute_optimal: optimum }] of budgets.entries()) {
    const [row, column, value = ''] = (optimal[index] ?? []).map(String)
    expect([row, column]).toEqual([nameBudget(flops), 'Compute-optimal training tokens'])
    expect(value).toMatch(/^[\d.]+B$/)
    expect((Number.parseFloat(value) * 1e9) / optimum.tokens).toBeCloseTo(1, 2)
  }
  const row = '3.8 × 10^25 FLOPs, extrapolated'
  expect(optimal.slice(-2)).toEqual([
    [row, 'Compute-optimal training tokens', '16.55T'],
    [row, 'Compute-optimal parameters', '402B'],
  ])
})

it('names its values uniquely by row and column', () => {
  const names = mount(Figure)
    .findAll('[data-value]')
    .map((mark) => [mark.attributes('data-row'), mark.attributes('data-column')].join(' | '))
  expect(new Set(names).size).toBe(names.length)
})

it('adds the panels 2 to 4 one by one', () => {
  const panels = mount(Figure).findAll('.plot-panel')
  expect(panels.map((panel) => panel.attributes('data-step'))).toEqual([undefined, '1', '2', '3'])
})

it('traces each parabola over the range of its runs and through its minimum', () => {
  for (const budget of budgets) {
    const tokens = listRuns(budget).map(([count]) => count)
    const curve = traceParabola(budget)
    const { compute_optimal: minimum, parabola_in_log10_tokens: parabola } = budget
    expect(curve[0]?.[0]).toBeCloseTo(Math.min(...tokens), -4)
    expect(curve.at(-1)?.[0]).toBeCloseTo(Math.max(...tokens), -4)
    expect(lossAt(parabola, minimum.tokens)).toBeCloseTo(minimum.loss, 3)
  }
})

it('refuses a run that is not a pair', () => {
  const broken = { ...budgets[0]!, runs: [[1e9]] }
  expect(() => listRuns(broken)).toThrow('run 0 of the budget 6000000000000000000')
})

it('shows one minimum for each budget in panel 2 with the fit of the legend and the forecast size', () => {
  const panel = mount(Figure).findAll('.plot-panel')[1]
  expect(panel?.findAll('.minima rect')).toHaveLength(10)
  const text = panel?.text().replace(/\s+/g, ' ')
  expect(text).toContain('0.299 · C0.537')
  expect(text).toContain('402B parameters')
  expect(text).toContain('16.55T tokens')
  expect(text).toContain('3.8 × 1025')
})

it('draws the fit through the minima, which the truncated one of the text would miss', () => {
  const { tokens_from_legend_fit_derived: legend, tokens_from_text_fit_derived: text } =
    law.extrapolation
  const flops = law.extrapolation.compute_flops
  expect(optimalTokens(law.fit_in_figure_legend, flops) / legend).toBeCloseTo(1, 2)
  expect(optimalTokens(law.fit_printed_in_text, flops) / text).toBeCloseTo(1, 2)
})

it('says in a note that the printed fits disagree, and with the printed tokens', () => {
  expect(noteFits(law)).toBe(
    'Line: legend of Figure 3, 16.3T tokens at 3.8 × 10^{25} FLOPs; the text’s 0.53 and 0.29 ' +
      'would give 10.5T, and it prints 16.55T.',
  )
  const exponents = mount(Figure).findAll('.figure-notes sup.script')
  expect(exponents.map((exponent) => exponent.text())).toEqual(['25'])
})

it('says at the top what came of the forecasts', () => {
  const known = findForecast(data.arc_challenge_forecast)
  expect(describeForecast(law, known)).toBe(
    'The scaling laws suggest 402B parameters (built: 405B) and forecast 95.8% on ARC Challenge (measured: 96.1%)',
  )
  expect(mount(Figure).get('.figure-finding').text()).toBe(describeForecast(law, known))
})

it('measures the flagship by the table of the paper, and leaves doubts to the data', () => {
  const { rows } = data.arc_challenge_forecast.printed_pretrained_arc_challenge
  const [accuracy, halfWidth] = rows.find(({ model }) => model === 'Llama 3 405B')?.values ?? []
  const { measured, halfWidth: half } = findForecast(data.arc_challenge_forecast)
  expect([measured.accuracyPercent, half]).toEqual([accuracy, halfWidth])
  expect(facts.find(({ quantity }) => quantity === 'measured accuracy')?.values).toEqual([accuracy])
  expect(figureText(Figure)).not.toMatch(/secondary|read off|only 6 runs/)
})

it('carries the forecast loss from panel 3 to panel 4 and sets forecast and measured score apart', () => {
  const [, , loss, accuracy] = mount(Figure).findAll('.plot-panel')
  expect(loss?.text()).toMatch(/7 small models.*4 orders of.*1\.201/s)
  expect(accuracy?.text()).toMatch(/96\.1%.*measured.*1\.201.*95\.8%.*forecast/s)
  expect(accuracy?.text()).toMatch(/7 small and.*4 Llama 2 models/s)
  const values = [loss, accuracy].map((panel) =>
    panel
      ?.findAll('[data-value]')
      .map((mark) => ['row', 'value', 'source'].map((name) => mark.attributes(`data-${name}`))),
  )
  expect(values).toEqual([
    [['Llama 3 405B, forecast', '1.201', 'Figure 4']],
    [
      ['Llama 3 405B, measured', '96.1 ±1.1', 'Table 12'],
      ['Llama 3 405B, forecast', '95.8', 'Figure 4'],
    ],
  ])
})

it('writes the scores of panel 4 below its line of 100%, the measured one beside its mark', () => {
  const panel = mount(Figure).findAll('.plot-panel')[3]
  const heights = ['100%', '96.1%', '95.8%', '30%'].map((label) =>
    Number(
      panel
        ?.findAll('text')
        .find((text) => text.text() === label)
        ?.attributes('y'),
    ),
  )
  expect(heights.toSorted((one, other) => one - other)).toEqual(heights)
  const mark = Number(panel?.get('.measured circle').attributes('cy'))
  expect(Math.abs((heights[1] ?? Number.NaN) - mark)).toBeLessThan(8)
})

it('labels in the sketches the ends and middles of the paper’s axes and the known values, and no other', () => {
  const { left_panel: nll, right_panel: score } = data.arc_challenge_forecast
  const axis = [(nll.y_min + nll.y_max) / 2, nll.y_max].map((value) => value.toFixed(1))
  const texts = mount(Figure)
    .findAll('.plot-panel.schematic svg text')
    .map((text) => text.text().replaceAll(/\s/g, ''))
    .filter((text) => /^[\d.]/.test(text))
  expect(texts.toSorted()).toEqual(
    [
      ...axis,
      '1020',
      '1022',
      '3.8×1025',
      '7smallmodels',
      '4ordersof',
      '1.201',
      ...axis,
      `${score.y_min * 100}%`,
      `${score.y_max * 100}%`,
      '96.1%',
      '95.8%',
      '1.201',
    ].toSorted(),
  )
})

it('credits the figures of the paper and says what is schematic', () => {
  expect(mount(Figure).get('.figure-credit').text()).toMatch(
    /^Data: arXiv:2407\.21783v3, Figures 2 and 3.*Table 12.*after Figure 4, schematic/,
  )
})
