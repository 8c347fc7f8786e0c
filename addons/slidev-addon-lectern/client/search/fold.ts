/**
 * Letters without a decomposition in Unicode, each before the letters that are typed for it: those of European,
 * African and transliterated names, the last of a Greek word, and those of Arabic that keyboards mix up.
 */
const LETTERS = new Map(
  (
    'ßss æae œoe ĳij øo đd ðd þth łl ħh ŧt ŋn ĸk ıi ȷj ƒf ƙk ɓb ɗd ɖd ɠg ƴy ɛe ɔo əe ɨi ʉu ɣg ɩi ʊu ƶz ɫl ςσ ґг ' +
    'ٱا ىي یي کك ةه'
  )
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
)

/**
 * Matches marks that many leave out: accents, points of Hebrew, Arabic and Syriac, and apostrophes that are letters.
 * The marks of other scripts, such as vowels of Devanagari, tell words apart.
 */
const MARKS_RE =
  /[\u0300-\u036F\u02B9-\u02C1\u0640\u200C\u200D]|(?=[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}])\p{M}/gu

/** Returns a term without case, accents, vowel points, ligatures and separators of thousands. */
export function fold(text: string): string {
  return text
    .replaceAll(/(\d),(?=\d{3})/g, '$1')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(MARKS_RE, '')
    .replaceAll(/[^\0-\x7F]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFC')
}
