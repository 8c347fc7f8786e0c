/** A longer run of letters is no word; also bounds the search for a correction. */
const LONGEST_WORD = 30

/** Chinese, Japanese and Korean are written without spaces around Latin words. */
const CJK_RE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]+/gu
/** What parts the chunks that are code as a whole or not at all. */
const SEPARATOR_RE = /[\s\uFFFC|<>~^…—–"“”„«»‘‹›;!?，。、：（）「」]+|\.{2,}/u
/** Brackets, quotes, emphasis and stops around a chunk. */
const EDGE_RE = /^[([{*_='"]+|(?<![)\]}*_='",.:])[)\]}*_='",.:]+$/g
/** user@host, a_b, key=value, a\b, $HOME, #tag, slides.md, call(x), a::b, --option, ./path */
const CODE_RE = /[@_=\\$#]|\w\.\w|\w\((?!e?s\b)|::|^[-./]/
const COMPOUND_RE = /[\p{L}\p{M}\p{N}'*-]+/gu
const POSSESSIVE_RE = /'(?:s|d|ll|m|re|ve)?$/
const ENGLISH_RE = /^[A-Za-z][a-z']+$/

/** Word parts that stand before a hyphen, or before one that hangs: "pre- and post-training". */
const PREFIXES = new Set(
  `anti auto bi bio co counter cross cyber de dis eco electro ex extra geo hetero homo hyper infra inter
  intra iso macro meta micro mid mini mis mono multi nano neo neuro non omni para photo poly post pre
  proto pseudo quasi re semi sub super tele thermo trans tri ultra un uni`.split(/\s+/),
)
/** Short forms that no dictionary has; those behind a variable included, such as k-th. */
const SHORT_FORMS = new Set('al eg eq eqs et ie iff ok nd rd st th wrt'.split(' '))

/** Whether a word is spelt as it stands. */
export type Knows = (word: string) => boolean

/**
 * The words of a line of prose that are not known.
 *
 * A compound may be known as a whole or by its parts. Not looked at are words in other scripts, with
 * digits, with capitals inside or with letters English does not have, and all that looks like code.
 *
 * @param line - A line as `keepProse` leaves it.
 */
export function findMisspelled(line: string, knows: Knows): string[] {
  return line
    .replaceAll(CJK_RE, ' ')
    .split(SEPARATOR_RE)
    .map((chunk) => chunk.replaceAll(EDGE_RE, ''))
    .filter((chunk) => !isCode(chunk))
    .flatMap((chunk) => chunk.match(COMPOUND_RE) ?? [])
    .filter((compound) => !knows(compound.replaceAll('*', '')))
    .flatMap((compound) => compound.split('-').filter((part) => !isSpelt(part, knows)))
    .map(plainWord)
}

/** A path with a number, such as `owner/model-8b`, is code; words with a slash between are not. */
function isCode(chunk: string): boolean {
  return CODE_RE.test(chunk) || (chunk.includes('/') && /\d/.test(chunk))
}

/** A part with emphasis inside is one word (`**D**irect`) or several (`height*width`). */
function isSpelt(part: string, knows: Knows): boolean {
  return (
    isNoWord(plainWord(part)) ||
    knows(plainWord(part)) ||
    (part.includes('*') && part.split('*').every((piece) => isNoWord(piece) || knows(piece)))
  )
}

function plainWord(part: string): string {
  return part.replaceAll('*', '').replace(/^'+/, '').replace(POSSESSIVE_RE, '')
}

function isNoWord(word: string): boolean {
  const lower = word.toLowerCase()
  return (
    !ENGLISH_RE.test(word) ||
    word.length > LONGEST_WORD ||
    PREFIXES.has(lower) ||
    SHORT_FORMS.has(lower)
  )
}
