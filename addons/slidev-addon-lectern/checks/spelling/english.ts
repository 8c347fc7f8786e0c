import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import nspell from 'nspell'

/**
 * How the language forms its words, British the same as American. Left out is how it writes ordinal
 * numbers: with these rules, nspell takes every word for right once it has a second dictionary.
 */
export const rules = Buffer.from(american.aff)
  .toString()
  .replaceAll(/^COMPOUNDRULE.*\n/gm, '')

/** English in American and British spelling. */
export const english = nspell(rules, Buffer.from(american.dic)).dictionary(Buffer.from(british.dic))
