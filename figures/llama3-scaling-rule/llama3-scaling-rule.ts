import { formatNumber } from '../parts/format-number.ts'
import { shortCount, splitScientific } from '../parts/plot.ts'

/** Outer height of the four panels in CSS px. */
export const PANEL_HEIGHT = 185

/** Height of their plot areas in CSS px. */
export const PLOT_HEIGHT = 119

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

/** A falling curve for the sketch of accuracy over loss. */
export interface Sigmoid {
  low: number
  high: number
  /** Loss in the middle of the fall. */
  middle: number
  /** Steepness per unit of loss. */
  slope: number
}

/** Returns the value of a sigmoid: near `high` for a small loss, near `low` for a large one. */
export function sigmoidAt({ low, high, middle, slope }: Sigmoid, loss: number): number {
  return low + (high - low) / (1 + Math.exp(slope * (loss - middle)))
}

/**
 * Returns the sigmoid of a sketch, with the slope that makes it meet a point.
 *
 * @throws {RangeError} when the point's value is not between `low` and `high`.
 */
export function sigmoidThrough(
  shape: Omit<Sigmoid, 'slope'>,
  [loss, value]: readonly [loss: number, value: number],
): Sigmoid {
  const { low, high, middle } = shape
  if (!(value > low && value < high)) {
    throw new RangeError(`${value} is not between ${low} and ${high}.`)
  }
  return { ...shape, slope: Math.log((high - value) / (value - low)) / (loss - middle) }
}

/** A labeled point of Figure 4. */
export interface ScoredLoss {
  /** Normalized negative log-likelihood per character. */
  nll: number
  accuracyPercent: number
}

/** Known numbers of Figure 4. */
export interface Forecast {
  /** Number of small models of the scaling law. */
  smallModels: number
  /** Number of Llama 2 models. */
  olderModels: number
  forecast: ScoredLoss
  measured: ScoredLoss
  /** Accuracy of the flagship in the paper's own table, in percent. */
  printed: number
}

interface ForecastData {
  series: readonly {
    name: string
    points_right?: number
    normalized_nll_per_character?: number
    accuracy_percent?: number
  }[]
  printed_pretrained_arc_challenge: {
    rows: readonly { model: string; values: readonly number[] }[]
  }
}

/**
 * Finds the known numbers of the forecast by the names of their series.
 *
 * @throws {RangeError} naming the series and the key that is missing.
 */
export function findForecast(data: ForecastData): Forecast {
  const find = <K extends keyof ForecastData['series'][number]>(name: string, key: K) => {
    const value = data.series.find((series) => series.name === name)?.[key]
    if (value === undefined) {
      throw new RangeError(`scaling-law.json: the series "${name}" has no ${key}.`)
    }
    return value
  }
  const point = (name: string): ScoredLoss => ({
    nll: find(name, 'normalized_nll_per_character'),
    accuracyPercent: find(name, 'accuracy_percent'),
  })
  const table = data.printed_pretrained_arc_challenge.rows
  const [printed] = table.find((row) => row.model === 'Llama 3 405B')?.values ?? []
  if (printed === undefined) {
    throw new RangeError('scaling-law.json: no ARC Challenge score of "Llama 3 405B".')
  }
  return {
    smallModels: find('scaling law models', 'points_right'),
    olderModels: find('Llama 2 models', 'points_right'),
    forecast: point('scaling law prediction for 405B'),
    measured: point('Llama 3 405B, measured'),
    printed,
  }
}

/** Returns a note on the fit that is drawn, its result, and where the printed numbers disagree. */
export function noteFits(tokens: OptimalTokens): string {
  const { fit_in_figure_legend: legend, fit_printed_in_text: text, extrapolation } = tokens
  const { compute_flops: flops, parameters_printed: size, tokens_printed: printed } = extrapolation
  const give = (fit: PowerLaw): string => `${(optimalTokens(fit, flops) / 1e12).toFixed(1)}T`
  return (
    `Legend of Figure 3: ${give(legend)} tokens at ${scientific(flops)} FLOPs; ` +
    `the text's truncated ${text.alpha} and ${text.A} would give ${give(text)}. ` +
    `The paper prints ${shortCount(printed)}; 6 × ${shortCount(size)} × ${shortCount(printed)} is ` +
    `${scientific(6 * size * printed, 2)} FLOPs.`
  )
}

/** Formats a percentage as the paper prints it: `95.8%`. */
export function percent(value: number): string {
  return `${formatNumber(value, 1)}%`
}

function scientific(value: number, digits = 1): string {
  const { base, exponent } = splitScientific(value, digits)
  return `${base}^{${exponent}}`
}
