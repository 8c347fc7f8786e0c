/** Letters that Chinese, Japanese and Korean are written in. */
const EAST_ASIAN_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Letters of one of these languages alone. */
const JAPANESE_RE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const KOREAN_RE = /\p{Script=Hangul}/u

/** Letters and digits of every script: spaces and punctuation belong to the text around them. */
const LETTER_RE = /[\p{L}\p{N}]/u

/** Tells whether a text has East Asian letters; `undefined` for one without any letters. */
export function hasEastAsian(text: string): boolean | undefined {
  return LETTER_RE.test(text) ? EAST_ASIAN_RE.test(text) : undefined
}

/**
 * Returns the language of a text in East Asian letters, by its script.
 *
 * @param language - Of the document, BCP 47.
 * @returns `undefined` where it is that of the document, which can use Chinese characters.
 */
export function findLanguage(text: string, language: string): string | undefined {
  const script = JAPANESE_RE.test(text) ? 'ja' : KOREAN_RE.test(text) ? 'ko' : 'zh'
  const own = language.split('-')[0]?.toLowerCase()
  const isOwn = script === own || (script === 'zh' && (own === 'ja' || own === 'ko'))
  return isOwn ? undefined : script
}
