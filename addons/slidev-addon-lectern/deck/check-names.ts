import { nearestName } from './nearest-name.ts'

/** Names of the doctor's checks, in the order in which a report lists them. */
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

/** Name of a check, as the option `--only` and the deck's exceptions take it. */
export type CheckName = (typeof CHECKS)[number]

/** Other names that are understood. */
const ALIASES: Readonly<Record<string, CheckName>> = {
  alt: 'images',
  contrast: 'accessibility',
  axe: 'accessibility',
  colours: 'colors',
}

/** Returns the check of a name or of one of its other names; `undefined` where there is none. */
export function toCheckName(word: string): CheckName | undefined {
  return CHECKS.find((name) => name === word) ?? ALIASES[word]
}

/** Returns the name, of all that are understood, that is nearest to a misspelled one. */
export function nearestCheckName(word: string): string {
  return nearestName(word, [...CHECKS, ...Object.keys(ALIASES)])
}
