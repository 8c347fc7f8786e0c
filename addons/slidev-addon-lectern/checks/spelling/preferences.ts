import { escapePattern } from '../../deck/escape-pattern.ts'
import type { Preference } from './word-list.ts'

/** A text that the deck's word list calls wrong. */
export interface Replacement {
  preference: Preference
  /** Text as written. */
  seen: string
  /** Text to write instead. */
  wanted: string
  /** 0-based line of the prose. */
  line: number
}

/** Matches what separates two words of a phrase: spaces and at most one line break, with marks of emphasis or spans. */
const BETWEEN = String.raw`[*_[]*(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)[*_[]*`
const OUTSIDE = String.raw`[\p{Script=Latin}\p{M}\p{N}_]`

/**
 * Finds texts that a word list calls wrong: whole words, in any letter case but the preferred one.
 *
 * @param prose - A text as `keepProse` returns it.
 */
export function findReplacements(prose: string, preferences: readonly Preference[]): Replacement[] {
  return preferences.flatMap((preference) =>
    Array.from(prose.matchAll(createPattern(preference)), ({ 0: found, index }) => {
      const seen = found.replaceAll(/[*_[]/g, '').replaceAll(/\s+/g, ' ')
      const wanted = followCase(seen, preference.right)
      return { preference, seen, wanted, line: prose.slice(0, index).split('\n').length - 1 }
    }).filter(({ seen, wanted }) => seen !== wanted),
  )
}

/** Removes the texts that a word list calls wrong, and keeps the lines. */
export function removeReplaceable(prose: string, preferences: readonly Preference[]): string {
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

/** Capitalizes like the replaced text: "Rejection Sampling" for "Reject Sampling". Preferences with capitals stay. */
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
