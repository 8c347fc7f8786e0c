import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import scaling from '../data/scaling-law.json'
import { cell, present } from '../facts/tables.ts'

const { extrapolation, fit_printed_in_text, fit_in_figure_legend } = scaling.compute_optimal_tokens
const { series, printed_pretrained_arc_challenge: table } = scaling.arc_challenge_forecast
const forecast = series.find(({ name }) => name === 'scaling law prediction for 405B')

const OPTIMUM = 'scaling-law.json (compute_optimal_tokens)'
const FORECAST = 'scaling-law.json (arc_challenge_forecast)'

/** Numbers of the scaling law in the text, the notes and the alternative text. */
export const facts: readonly Fact[] = [
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
    values: [cell(table, 'Llama 3 405B', 'accuracy_percent')],
    source: FORECAST,
  },
]
