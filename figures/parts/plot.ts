/** A tick of an axis. */
export interface PlotTick {
  /** Distance in CSS px from the plot area's left or top edge. */
  at: number
  /** Text at the tick; without one it is a minor tick. */
  label?: string
  /** Raised exponent behind the label, such as the 22 of 10²². */
  exponent?: string
  /** Draws the tick without its grid line. */
  bare?: boolean
}

/** A number in scientific notation: the part on the line and the raised exponent. */
export interface ScientificParts {
  /** `10` or `3.8 × 10`. */
  base: string
  exponent: string
}

/**
 * Splits a positive number for scientific notation; a mantissa of one is left out.
 *
 * @param digits - Largest number of digits after the point in the mantissa. @default 1
 * @throws {RangeError} if the value is not a positive finite number.
 */
export function splitScientific(value: number, digits = 1): ScientificParts {
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new RangeError(`${value} has no scientific notation on a log axis.`)
  }
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e')
  const short = String(Number(mantissa))
  return {
    base: short === '1' ? '10' : `${short} × 10`,
    exponent: exponent.replace('+', '').replace('-', '−'),
  }
}

/** Formats a count with a letter: `402B`, `16.55T`. */
export function shortCount(value: number): string {
  const [divisor, letter] = value >= 1e12 ? [1e12, 'T'] : value >= 1e9 ? [1e9, 'B'] : [1e6, 'M']
  return `${Number((value / divisor).toPrecision(4))}${letter}`
}

/** Returns SVG path data of straight lines through the points, rounded to 0.01 px; `''` for none. */
export function linePath(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
