/** A value in the unit of its axis, and the ends of its interval if it has one. */
export interface Dot {
  value: number
  interval?: readonly [low: number, high: number]
}

/** Ends of an axis, in the unit of the values on it. */
export interface StripAxis {
  low: number
  high: number
}

/**
 * Crops an axis to the dots on it and their intervals: outwards to the next five on either side, or to the next ten
 * where the middle would not be a multiple of five.
 */
export function cropAxis(dots: readonly (Dot | undefined)[]): StripAxis {
  const ends = dots.flatMap((dot) => (dot ? [dot.value, ...(dot.interval ?? [])] : []))
  const axis = cropTo(5, ends)
  return (axis.high - axis.low) % 10 === 0 ? axis : cropTo(10, ends)
}

function cropTo(step: number, ends: readonly number[]): StripAxis {
  return {
    low: Math.floor(Math.min(...ends) / step) * step,
    high: Math.ceil(Math.max(...ends) / step) * step,
  }
}

/** Lists the labeled ticks of an axis: its ends and its middle. */
export function listTicks({ low, high }: StripAxis): number[] {
  return [low, (low + high) / 2, high]
}

/** Returns the place of a value on an axis, in percent of its length, rounded to 0.01. */
export function placeOn({ low, high }: StripAxis, value: number): number {
  return Math.round(((value - low) / (high - low)) * 10_000) / 100
}
