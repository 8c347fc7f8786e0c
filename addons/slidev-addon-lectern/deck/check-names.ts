import { nearestName } from './nearest-name.ts'

/** Names of the doctor's checks, in the order of its reports. */
export const CHECKS = [
  'overflow',
  'overlap',
  'images',
  'accessibility',
  'colors',
  'numbers',
  'facts',
  'network',
  'console',
  'links',
  'spelling',
  'fonts',
  'notes',
] as const

/** Name of a check, for the option `--only` and the deck's exceptions. */
export type CheckName = (typeof CHECKS)[number]

/** Other names that are understood, each with its check. */
const ALIASES: ReadonlyMap<string, CheckName> = new Map([
  ['alt', 'images'],
  ['contrast', 'accessibility'],
  ['axe', 'accessibility'],
  ['colours', 'colors'],
])

/** Returns the check that a word names; `undefined` where there is none. */
export function toCheckName(word: string): CheckName | undefined {
  return CHECKS.find((name) => name === word) ?? ALIASES.get(word)
}

/** Returns the understood name that is nearest to a misspelled one. */
export function nearestCheckName(word: string): string {
  return nearestName(word, [...CHECKS, ...ALIASES.keys()])
}
