import { shortCount, splitScientific } from '../parts/plot.ts'
import { toPlainText } from '../parts/script-text.ts'
import { percent } from './forecast.ts'
import type { Forecast } from './forecast.ts'

/** Outer height of the four panels in CSS px. */
export const PANEL_HEIGHT = 198

/** Height of their plot areas in CSS px. */
export const PLOT_HEIGHT = 132

/** A second-degree polynomial in log10(training tokens). */
export interface Parabola {
  a: number
  b: number
  c: number
}

/** The power law tokens = A · FLOPs^alpha. */
export interface PowerLaw {
  A: number
  alpha: number
}

/** One compute budget in data/scaling-law.json. */
export interface Budget {
  compute_flops: number
  /** Pairs of training tokens and validation loss. */
  runs: readonly (readonly number[])[]
  parabola_in_log10_tokens: Parabola
  compute_optimal: { tokens: number; loss: number }
}

/** The part of data/scaling-law.json about the choice of the flagship's size. */
export interface OptimalTokens {
  fit_printed_in_text: PowerLaw
  fit_in_figure_legend: PowerLaw
  extrapolation: { compute_flops: number; parameters_printed: number; tokens_printed: number }
  flagship_built: { parameters: number }
}

/**
 * Lists the runs of a budget as pairs.
 *
 * @returns n pairs of [training tokens, validation loss].
 * @throws {RangeError} naming the budget when a run is not a pair of positive numbers.
 */
export function listRuns(budget: Budget): [tokens: number, loss: number][] {
  return budget.runs.map(([tokens = 0, loss = 0], index) => {
    if (!(tokens > 0 && loss > 0)) {
      throw new RangeError(
        `scaling-law.json: run ${index} of the budget ${budget.compute_flops} is not [tokens, loss].`,
      )
    }
    return [tokens, loss]
  })
}

/** Returns the validation loss of a parabola at a number of training tokens. */
export function lossAt({ a, b, c }: Parabola, tokens: number): number {
  const x = Math.log10(tokens)
  return a * x ** 2 + b * x + c
}

/**
 * Returns points of a budget's parabola over the range of its runs, evenly spaced in log tokens.
 *
 * @param steps - Number of legs. @default 40
 */
export function traceParabola(budget: Budget, steps = 40): [tokens: number, loss: number][] {
  const tokens = listRuns(budget).map(([count]) => Math.log10(count))
  const least = Math.min(...tokens)
  const span = Math.max(...tokens) - least
  return Array.from({ length: steps + 1 }, (_, step) => {
    const count = 10 ** (least + (span * step) / steps)
    return [count, lossAt(budget.parabola_in_log10_tokens, count)]
  })
}

/** Returns the compute-optimal training tokens by a power law. */
export function optimalTokens({ A, alpha }: PowerLaw, flops: number): number {
  return A * flops ** alpha
}

/** Returns what the panels show: the size and the score that small models gave, and what came of them. */
export function describeForecast(tokens: OptimalTokens, { forecast, measured }: Forecast): string {
  const { extrapolation, flagship_built: built } = tokens
  return (
    `The scaling laws suggest ${shortCount(extrapolation.parameters_printed)} parameters ` +
    `(built: ${shortCount(built.parameters)}) and forecast ${percent(forecast.accuracyPercent)} ` +
    `on ARC Challenge (measured: ${percent(measured.accuracyPercent)})`
  )
}

/** Returns a note on the fit that is drawn, because the paper prints two, and neither gives its result. */
export function noteFits(tokens: OptimalTokens): string {
  const { fit_in_figure_legend: legend, fit_printed_in_text: text, extrapolation } = tokens
  const { compute_flops: flops, tokens_printed: printed } = extrapolation
  const give = (fit: PowerLaw): string => `${(optimalTokens(fit, flops) / 1e12).toFixed(1)}T`
  return (
    `Line: legend of Figure 3, ${give(legend)} tokens at ${scientific(flops)} FLOPs; the text’s ` +
    `${text.alpha} and ${text.A} would give ${give(text)}, and it prints ${shortCount(printed)}.`
  )
}

/** Names a compute budget in plain characters: `3.8 × 10^25 FLOPs`. */
export function nameBudget(flops: number): string {
  return `${toPlainText(scientific(flops))} FLOPs`
}

/** Names of the columns of the figure's values. */
export const COLUMNS = {
  loss: 'Least validation loss',
  tokens: 'Compute-optimal training tokens',
  parameters: 'Compute-optimal parameters',
  nll: 'Negative log-likelihood per character, ARC Challenge',
  accuracy: 'Accuracy, ARC Challenge',
} as const

function scientific(value: number): string {
  const { base, exponent } = splitScientific(value)
  return `${base}^{${exponent}}`
}
