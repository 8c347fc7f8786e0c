import { escapePattern } from '../../deck/escape-pattern.ts'
import type { Preference } from './word-list.ts'

/** A text that should be written as the deck prefers. */
export interface Deviation {
  preference: Preference
  /** As written. */
  seen: string
  /** As it should be written there. */
  wanted: string
  /** 0-based line of the prose. */
  line: number
}

/** Between two words of a phrase: spaces and at most one line break, with emphasis or a span around. */
const BETWEEN = String.raw`[*_[]*(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)[*_[]*`
const OUTSIDE = String.raw`[\p{Script=Latin}\p{M}\p{N}_]`

/**
 * Where a prose is not written as a deck prefers: whole words, in any letter case but the one wanted.
 *
 * @param prose - A text as `keepProse` leaves it.
 */
export function findDeviations(prose: string, preferences: readonly Preference[]): Deviation[] {
  return preferences.flatMap((preference) =>
    Array.from(prose.matchAll(createPattern(preference)), ({ 0: found, index }) => {
      const seen = found.replaceAll(/[*_[]/g, '').replaceAll(/\s+/g, ' ')
      const wanted = followCase(seen, preference.right)
      return { preference, seen, wanted, line: prose.slice(0, index).split('\n').length - 1 }
    }).filter(({ seen, wanted }) => seen !== wanted),
  )
}

/** A prose without the texts a deck writes otherwise, line by line the same. */
export function leaveOut(prose: string, preferences: readonly Preference[]): string {
  return preferences.reduce(
    (text, preference) =>
      text.replaceAll(createPattern(preference), (found) => (found.includes('\n') ? '\n' : ' ')),
    prose,
  )
}

function createPattern({ wrong }: Preference): RegExp {
  const words = wrong.replaceAll('’', "'").split(/\s+/).map(escapePattern)
  return new RegExp(`(?<!${OUTSIDE})${words.join(BETWEEN)}(?!${OUTSIDE})`, 'giu')
}

/** "Rejection Sampling" for "Reject Sampling"; a spelling with capitals of its own stays. */
function followCase(seen: string, right: string): string {
  if (/\p{Lu}/u.test(right)) {
    return right
  }
  const initials = seen.split(' ').map((word) => word.charAt(0))
  const isCapital = (initial: string): boolean => /\p{Lu}/u.test(initial)
  const [first = ''] = initials
  return initials.every(isCapital)
    ? right.replaceAll(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : isCapital(first)
      ? right.charAt(0).toUpperCase() + right.slice(1)
      : right
}
