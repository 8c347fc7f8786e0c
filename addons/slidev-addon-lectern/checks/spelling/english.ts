import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import nspell from 'nspell'

/**
 * Affix rules, the same for American and British English. The rules of ordinal numbers are removed: with them, nspell
 * accepts every word once a second dictionary is added.
 */
export const rules = Buffer.from(american.aff)
  .toString()
  .replaceAll(/^COMPOUNDRULE.*\n/gm, '')

/** English in American and British spelling. */
export const english = nspell(rules, Buffer.from(american.dic)).dictionary(Buffer.from(british.dic))
