/** Counts of a text's words. */
export interface WordCount {
  words: number
  /** Words that are not English. Capitalized ones are not counted, because they may be names. */
  foreign: number
}

/** Least number of words whose language can be told. */
const LEAST_WORDS = { deck: 20, passage: 12, line: 3, phrase: 3 }
/** Share of words that are not English in another language; names and terms are fewer. */
const FOREIGN_SHARE = { deck: 0.45, passage: 0.4, line: 0.6, phrase: 0.5 }

const WORD_RE = /\p{L}[\p{L}\p{M}'*]*/gu
const UNSPACED_RE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
/** Characters of a Chinese word. */
const UNSPACED_LENGTH = 2

/** Counts the words of a prose, as `keepProse` returns it. */
export function countWords(prose: string, isEnglish: (word: string) => boolean): WordCount {
  const unspaced = (prose.match(UNSPACED_RE) ?? []).length / UNSPACED_LENGTH
  const words = (prose.replaceAll(UNSPACED_RE, ' ').match(WORD_RE) ?? [])
    .map((word) => word.replaceAll('*', '').replace(/'+$/, ''))
    .filter((word) => word.length > 1 && !/^\p{Lu}/u.test(word))
  const foreign = words.filter((word) => !isEnglish(word)).length
  return { words: words.length + unspaced, foreign: foreign + unspaced }
}

/** Tells whether a text is in another language than English. */
export function isForeign(
  { words, foreign }: WordCount,
  unit: keyof typeof FOREIGN_SHARE,
): boolean {
  return words >= LEAST_WORDS[unit] && foreign >= words * FOREIGN_SHARE[unit]
}

/** Matches a phrase in italics or quotation marks. */
const PHRASE_RE =
  /(?<![\p{L}*_])([*_])(?=\S)[^*_\n]+(?<=\S)\1(?![\p{L}*_])|"[^"\n]+"|[“„«][^”“»\n]+[”“»]/gu

/** Empties the lines, and the phrases in italics or quotation marks, that are in another language. */
export function dropForeign(prose: string, isEnglish: (word: string) => boolean): string {
  // Words between Chinese characters stay.
  const drop = (text: string, unit: 'line' | 'phrase'): string =>
    isForeign(countWords(text.replaceAll(UNSPACED_RE, ' '), isEnglish), unit) ? ' ' : text
  return prose
    .split('\n')
    .map((line) => drop(line, 'line').replaceAll(PHRASE_RE, (phrase) => drop(phrase, 'phrase')))
    .join('\n')
}
