import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'

import data from '../data/scaling-law.json'
import { figureText } from '../test-readers/figure-text.ts'
import { glyphText } from '../test-readers/glyph-text.ts'
import {
  findForecast,
  listRuns,
  lossAt,
  noteFits,
  optimalTokens,
  sigmoidAt,
  sigmoidThrough,
  traceParabola,
} from './llama3-scaling-rule.ts'
import Figure from './llama3-scaling-rule.vue'

const { budgets } = data.isoflops
const law = data.compute_optimal_tokens

it('numbers the panels 1 to 4 and marks only the last two as schematic', () => {
  const titles = mount(Figure)
    .findAll('h2')
    .map((heading) => [
      heading.text().charAt(0),
      glyphText(heading.get('.title')).replace(/\s+/g, ' ').trim(),
      heading.find('em').exists(),
    ])
  expect(titles).toEqual([
    ['1', 'IsoFLOPs curves', false],
    ['2', 'Compute-optimal tokens', false],
    ['3', 'arrow Compute NLL', true],
    ['4', 'arrow NLL accuracy', true],
  ])
})

it('draws every run, one parabola and one labeled minimum for each budget', () => {
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
    '6×1019',
    '1020',
    '3×1020',
    '6×1020',
    '1021',
    '3×1021',
    '1022',
  ])
  expect(panel?.findAll('.minima rect')).toHaveLength(budgets.length + 1)
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
  expect(text).toContain('0.299 · FLOPs0.537')
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

it('says in a note where the printed numbers disagree', () => {
  expect(noteFits(law)).toBe(
    "Legend of Figure 3: 16.3T tokens at 3.8 × 10^{25} FLOPs; the text's truncated 0.53 and 0.29 " +
      'would give 10.5T. The paper prints 16.55T; 6 × 402B × 16.55T is 3.99 × 10^{25} FLOPs.',
  )
  const exponents = mount(Figure).findAll('.figure-notes sup.script')
  expect(exponents.map((exponent) => exponent.text())).toEqual(['25', '25'])
  expect(figureText(Figure)).toContain('Minimum of only 6 runs.')
})

it('carries the forecast loss from panel 3 to panel 4 and sets forecast and measured score apart', () => {
  const [, , loss, accuracy] = mount(Figure)
    .findAll('.plot-panel')
    .map((panel) => panel.text())
  expect(loss).toMatch(/7 small models.*4 orders of/s)
  expect(loss).toContain('1.201')
  expect(accuracy).toContain('1.201')
  expect(accuracy).toMatch(/96\.0%\s*c.*measured.*95\.8%\s*c.*forecast/s)
  expect(accuracy).toMatch(/7 small and.*4 Llama 2 models/s)
  expect(figureText(Figure)).toContain('Table 12 prints 96.1% for 405B.')
})

it('labels no value in the sketches that the data do not give', () => {
  const texts = mount(Figure)
    .findAll('.plot-panel.schematic svg text')
    .map((text) => text.text().replaceAll(/\s/g, ''))
    .filter((text) => /^[\d.]/.test(text))
  expect(texts.toSorted()).toEqual(
    [
      '1022',
      '3.8×1025',
      '7smallmodels',
      '4ordersof',
      '1.201',
      '96.0%c',
      '95.8%c',
      '1.201',
    ].toSorted(),
  )
})

it('lets the sketched sigmoid fall through the forecast', () => {
  const { forecast } = findForecast(data.arc_challenge_forecast)
  const shape = { low: 30, high: 100, middle: 1.285 }
  const sigmoid = sigmoidThrough(shape, [forecast.nll, forecast.accuracyPercent])
  expect(sigmoidAt(sigmoid, forecast.nll)).toBeCloseTo(95.8)
  expect(sigmoidAt(sigmoid, shape.middle)).toBeCloseTo(65)
  expect(sigmoidAt(sigmoid, 1.4)).toBeLessThan(40)
  expect(() => sigmoidThrough(shape, [1.2, 100])).toThrow('100 is not between 30 and 100')
})

it('names the series that is missing', () => {
  const { printed_pretrained_arc_challenge: table } = data.arc_challenge_forecast
  expect(() => findForecast({ series: [], printed_pretrained_arc_challenge: table })).toThrow(
    'the series "scaling law models" has no points_right',
  )
})

it('credits the figures of the paper and says what is schematic', () => {
  expect(mount(Figure).get('figcaption').text()).toMatch(
    /^Data: arXiv:2407\.21783v3, Figures 2 and 3.*after Figure 4, schematic/,
  )
})
