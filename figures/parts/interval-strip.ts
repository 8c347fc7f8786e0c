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

/** Ends of an axis are multiples of this. */
const STEP = 10

/** Crops an axis to the dots on it and their intervals, outwards to the next ten on either side. */
export function cropAxis(dots: readonly (Dot | undefined)[]): StripAxis {
  const ends = dots.flatMap((dot) => (dot ? [dot.value, ...(dot.interval ?? [])] : []))
  return {
    low: Math.floor(Math.min(...ends) / STEP) * STEP,
    high: Math.ceil(Math.max(...ends) / STEP) * STEP,
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
