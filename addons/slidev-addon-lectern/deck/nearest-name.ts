import { distance } from 'fastest-levenshtein'

/** Returns the known name that is nearest to a misspelled one; empty where none is known. */
export function nearestName(typed: string, known: readonly string[]): string {
  const [nearest = ''] = known.toSorted(
    (one, other) => distance(one, typed) - distance(other, typed),
  )
  return nearest
}

/** Returns the known name that a misspelled one probably means; `undefined` where none is near. */
export function suggestName(typed: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(typed, known)
  const most = Math.max(1, Math.floor(typed.length / 3))
  return nearest !== '' && distance(nearest.toLowerCase(), typed.toLowerCase()) <= most
    ? nearest
    : undefined
}
