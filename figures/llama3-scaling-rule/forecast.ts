import { formatNumber } from '../parts/format-number.ts'

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

/** A point of the last panel. */
export interface ScoredLoss {
  /** Normalized negative log-likelihood per character. */
  nll: number
  accuracyPercent: number
}

/** Known numbers of the forecast. */
export interface Forecast {
  /** Number of small models of the scaling law. */
  smallModels: number
  /** Number of Llama 2 models. */
  olderModels: number
  forecast: ScoredLoss
  /** Accuracy of the flagship in the paper's table, at the loss of Figure 4. */
  measured: ScoredLoss
  /** Half the width of the 95% interval of the measured accuracy, in points. */
  halfWidth: number
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
  const table = data.printed_pretrained_arc_challenge.rows
  const [accuracyPercent, halfWidth] =
    table.find((row) => row.model === 'Llama 3 405B')?.values ?? []
  if (accuracyPercent === undefined || halfWidth === undefined) {
    throw new RangeError('scaling-law.json: no ARC Challenge score of "Llama 3 405B".')
  }
  return {
    smallModels: find('scaling law models', 'points_right'),
    olderModels: find('Llama 2 models', 'points_right'),
    forecast: {
      nll: find('scaling law prediction for 405B', 'normalized_nll_per_character'),
      accuracyPercent: find('scaling law prediction for 405B', 'accuracy_percent'),
    },
    measured: {
      nll: find('Llama 3 405B, measured', 'normalized_nll_per_character'),
      accuracyPercent,
    },
    halfWidth,
  }
}

/** Formats a percentage as the paper prints it: `95.8%`. */
export function percent(value: number): string {
  return `${formatNumber(value, 1)}%`
}
