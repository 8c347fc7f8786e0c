import { distance } from 'fastest-levenshtein'

/**
 * The name a misspelt one was meant to be: the one fewest letters away, the first of equals.
 *
 * @param typed - In lower case.
 * @param names - The likelier ones first.
 * @returns `undefined` where none is near enough to be meant.
 */
export function findNearestName(typed: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1
  for (const name of names) {
    // Names differ by as many letters as their lengths do at least.
    const isNear = Math.abs(name.length - typed.length) < least
    const steps = isNear ? distance(typed, name) : least
    if (steps < least) {
      best = name
      least = steps
    }
  }
  return best
}
