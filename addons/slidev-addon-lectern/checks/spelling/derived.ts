/** Prefixes that any word may have. */
const PREFIX_RE =
  /^(?:anti|auto|back|bi|bio|co|counter|cross|cyber|data|de|dis|down|eco|electro|ex|fore|geo|hyper|in|inter|intra|macro|meta|micro|mid|mini|mis|mono|multi|nano|neuro|non|out|over|photo|poly|post|pre|pro|proto|pseudo|psycho|quasi|re|self|semi|socio|sub|super|techno|tele|thermo|trans|tri|ultra|un|under|up|video|web)(?=[a-z]{4})/
/** Suffixes that any word may have, with what ends the stem without them. */
const SUFFIXES: readonly [RegExp, readonly string[]][] = [
  [/(?<![cg])(?:abilit(?:y|ies)|abl[ey])$/, ['', 'e', 'ate']],
  [/(?<=[cg]e)(?:abilit(?:y|ies)|abl[ey])$/, ['']],
  [/i[sz](?:ations?|e[drs]?|ing|ers?)$/, ['', 'e', 'y']],
  [/(?:ness(?:es)?|less|like|wise|ish|ists?|isms?|ships?|wards?)$/, ['']],
  [/(?<![ey]|ic|ll)ly$/, ['']],
]
/** Suffixes of terms. The dictionaries have their own words with these suffixes. */
const TERM_SUFFIXES: readonly [RegExp, readonly string[]][] = [
  [/(?:s|es|ed|ers?|ing)$/, ['', 'e']],
  [/(?<=bb|dd|gg|ll|mm|nn|pp|tt)(?:ed|ers?|ing)$/, ['']],
]
/** Doubles its last letter before a vowel: "redd-ish". */
const DOUBLING_RE = /^[^aeiou]*[aeiou][bdgklmnprt]$/
const SHORTEST_STEM = 3
/** Shorter last parts are often chance: "interact-ice". */
const SHORTEST_LAST = 4
const PARTICLE_RE = /(?<=^[a-z]{3,})(?:in|on|up|to)$/

/** Matches the end of a misspelled verb that is a word by chance: "happen-ding". */
const CHANCE_RE = /^.ing$/

/** Known words: all of English, and those of it that are not common. */
export interface Known {
  isCommon: (word: string) => boolean
  isTerm: (word: string) => boolean
}

/**
 * Tells whether a word is made of known ones by the rules of English: "prerendered", "composability", "soundwalks".
 *
 * @param word - In lower case.
 * @param shortestPart - Least length of the first part of a compound.
 */
export function isMade(word: string, known: Known, shortestPart: number): boolean {
  return isDerived(word, known) || isCompound(word, known, shortestPart)
}

function isDerived(word: string, known: Known): boolean {
  const isKnown = (stem: string): boolean => known.isCommon(stem) || known.isTerm(stem)
  const rest = word.replace(PREFIX_RE, '')
  return (
    (rest !== word && (isKnown(rest) || isDerived(rest, known))) ||
    hasStem(word, SUFFIXES, (stem) => isKnown(stem) && !DOUBLING_RE.test(stem)) ||
    hasStem(word, TERM_SUFFIXES, (stem) => known.isTerm(stem) && !known.isCommon(stem))
  )
}

function hasStem(
  word: string,
  suffixes: readonly [RegExp, readonly string[]][],
  isStem: (stem: string) => boolean,
): boolean {
  return suffixes.some(([suffix, endings]) => {
    const start = word.search(suffix)
    const stem = word.slice(0, start)
    return start >= SHORTEST_STEM && endings.some((ending) => isStem(stem + ending))
  })
}

/** Tells whether a word is two words: "backticks", "lockin". */
function isCompound(word: string, { isCommon }: Known, shortestPart: number): boolean {
  const verb = word.replace(PARTICLE_RE, '')
  if (verb !== word && isCommon(verb)) {
    return true
  }
  for (let at = shortestPart; at <= word.length - SHORTEST_LAST; at += 1) {
    const last = word.slice(at)
    if (isCommon(word.slice(0, at)) && isCommon(last) && !CHANCE_RE.test(last)) {
      return true
    }
  }
  return false
}
