import type NSpell from 'nspell'

/** English and what a deck adds to it. */
export interface Dictionary {
  /**
   * Whether a word is spelt right. Lower-case words may be capitalized or in capitals, names only as
   * written or in capitals.
   */
  knows: (word: string) => boolean
  /** The most likely correction of a word that is not known, if one is a step away. */
  correct: (word: string) => string | undefined
}

/**
 * Reads the English dictionaries, which takes about 150 ms the first time.
 *
 * @param accepted - Words of the deck.
 */
export async function loadDictionary(accepted: readonly string[]): Promise<Dictionary> {
  const [{ default: nspell }, { english, rules }] = await Promise.all([
    import('nspell'),
    import('./english.ts'),
  ])
  const own = nspell(rules, ['', ...accepted].join('\n'))
  return {
    knows: (word) => english.correct(word) || own.correct(word),
    correct: (word) => mostLikely(word, [...suggest(own, word), ...suggest(english, word)]),
  }
}

/**
 * Words one step from another. Where nspell finds none it goes on to two steps, which takes 30 times as
 * long and finds little; so it is given one.
 */
function suggest(speller: NSpell, word: string): string[] {
  const neighbor = `${word}'`
  speller.add(neighbor)
  const words = speller.suggest(word)
  speller.remove(neighbor)
  return words.filter((each) => !each.endsWith("'"))
}

/** The same letters first (their for thier, don't for dont), then what begins alike. */
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
