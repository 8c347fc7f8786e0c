import { distance } from 'fastest-levenshtein'

/** Returns the known name that is nearest to a misspelled one; empty where none is known. */
export function nearestName(typed: string, known: readonly string[]): string {
  const [nearest = ''] = known.toSorted(
    (one, other) => distance(one, typed) - distance(other, typed),
  )
  return nearest
}
