import type NSpell from 'nspell'

import { mistakes } from './mistakes.ts'

/** English, the terms of software, and a deck's own words. */
export interface Dictionary {
  /**
   * Tells whether a word is spelled right. Lowercase words may be capitalized or in capitals, names only as listed or
   * in capitals.
   */
  knows: (word: string) => boolean
  /** Tells whether it is a word of a common dictionary, or one of the deck's own. */
  isCommon: (word: string) => boolean
  /** Tells whether it is one of the deck's own words. */
  isAccepted: (word: string) => boolean
  /** Tells whether a word in lower case is a term of software. */
  isTerm: (word: string) => boolean
  /** Returns the most likely correction of an unknown word, if there is one at an edit distance of 1. */
  correct: (word: string) => string | undefined
}

/**
 * Loads the dictionaries, which takes about 250 ms the first time.
 *
 * @param accepted - The deck's own words.
 */
export async function loadDictionary(accepted: readonly string[]): Promise<Dictionary> {
  const [{ default: nspell }, { english, rules }, { terms, rarities }] = await Promise.all([
    import('nspell'),
    import('./english.ts'),
    import('./terms.ts'),
  ])
  const own = nspell(rules, ['', ...accepted].join('\n'))
  const isAccepted = (word: string): boolean => own.correct(word)
  const isCommon = (word: string): boolean => isAccepted(word) || english.correct(word)
  const isListed = (word: string): boolean =>
    (terms.has(word) || rarities.has(word)) && !mistakes.has(word)
  return {
    knows: (word) => isCommon(word) || isListed(word.toLowerCase()),
    isCommon,
    isAccepted,
    isTerm: (word) => terms.has(word),
    correct: (word) => mostLikely(word, [...suggest(own, word), ...suggest(english, word)]),
  }
}

/**
 * Lists words at an edit distance of 1. If nspell finds none it tries a distance of 2, which takes 30 times as long and
 * finds little; a temporary word at a distance of 1 prevents that.
 */
function suggest(speller: NSpell, word: string): string[] {
  const neighbor = `${word}'`
  speller.add(neighbor)
  const words = speller.suggest(word)
  speller.remove(neighbor)
  return words.filter((each) => !each.endsWith("'"))
}

/** Prefers a word of the same letters (their for thier, don't for dont), then one with the same first letter. */
function mostLikely(word: string, candidates: readonly string[]): string | undefined {
  const letters = sortLetters(word)
  return (
    candidates.find((candidate) => sortLetters(candidate) === letters) ??
    candidates.find((candidate) => candidate.charAt(0) === word.charAt(0)) ??
    candidates[0]
  )
}

function sortLetters(word: string): string {
  return (word.toLowerCase().match(/\p{Letter}/gu) ?? []).toSorted().join('')
}
