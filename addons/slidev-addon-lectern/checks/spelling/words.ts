/** A longer run of letters is not a word. Also limits the search for corrections. */
const LONGEST_WORD = 30

/** Matches Chinese, Japanese and Korean, which have no spaces around Latin words. */
const CJK_RE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]+/gu
/** Matches what separates chunks. Each chunk is either code or not. */
const SEPARATOR_RE = /[\s\uFFFC|<>~^…—–"“”„«»‘‹›;!?，。、：（）「」]+|\.{2,}/u
/** Matches brackets, quotation marks, emphasis and punctuation around a chunk. */
const EDGE_RE = /^[([{*_='"]+|(?<![)\]}*_='",.:])[)\]}*_='",.:]+$/g
/** user@host, a_b, key=value, a\b, $HOME, #tag, slides.md, call(x), a::b, --option, ./path */
const CODE_RE = /[@_=\\$#]|\w\.\w|\w\((?!e?s\b)|::|^[-./]/
const COMPOUND_RE = /[\p{L}\p{M}\p{N}'*-]+/gu
const POSSESSIVE_RE = /'(?:s|d|ll|m|re|ve)?$/
const ENGLISH_RE = /^[A-Za-z][a-z']+$/

/** Prefixes with a hyphen, which may be followed by a space: "pre- and post-training". */
const PREFIXES = new Set(
  `anti auto bi bio co counter cross cyber de dis eco electro ex extra geo hetero homo hyper infra inter
  intra iso macro meta micro mid mini mis mono multi nano neo neuro non omni para photo poly post pre
  proto pseudo quasi re semi sub super tele thermo trans tri ultra un uni`.split(/\s+/),
)
/** Short forms that no dictionary has, including those after a variable, such as k-th. */
const SHORT_FORMS = new Set('al eg eq eqs et ie iff ok nd rd st th wrt'.split(' '))

/** Words between the parts of a name. */
const NAME_PARTICLES = new Set('da de del der des di du la le van von y'.split(' '))

/** Tells whether a word is spelled right. */
export type Knows = (word: string) => boolean

/** A word that is not known. */
export interface UnknownWord {
  text: string
  /** Whether its place is that of a name: beside another one, or capitalized among words in lower case. */
  isLikeName: boolean
}

/**
 * Lists the unknown words of a line of prose.
 *
 * A compound is known if it is known as a whole, or if all of its parts are. Words in other scripts, with digits, with
 * capitals inside or with letters that English does not have are skipped, and so is everything that looks like code.
 *
 * @param line - A line as `keepProse` returns it.
 */
export function findUnknown(line: string, knows: Knows): UnknownWord[] {
  const compounds = listCompounds(line)
  const isName = (index: number, step: number): boolean => {
    const word = plainWord(compounds[index] ?? '')
    return NAME_PARTICLES.has(word)
      ? isName(index + step, step)
      : /^\p{Lu}/u.test(word) && !knows(word.toLowerCase())
  }
  return compounds.flatMap((compound, index) =>
    knows(compound.replaceAll('*', ''))
      ? []
      : compound
          .split('-')
          .filter((part) => !isRight(part, knows))
          .map((part) => ({
            text: plainWord(part),
            isLikeName:
              isName(index - 1, -1) ||
              isName(index + 1, 1) ||
              [compounds[index - 1], compounds[index + 1]].every((each = '') =>
                /^\p{Ll}/u.test(each),
              ),
          })),
  )
}

/** Lists the words of a line, and those joined by hyphens. */
function listCompounds(line: string): string[] {
  return line
    .replaceAll(CJK_RE, ' ')
    .split(SEPARATOR_RE)
    .map((chunk) => chunk.replaceAll(EDGE_RE, ''))
    .filter((chunk) => !isCode(chunk))
    .flatMap((chunk) => chunk.match(COMPOUND_RE) ?? [])
}

/** Tells whether a chunk is code, such as the path `owner/model-8b`. Words separated by a slash are not. */
function isCode(chunk: string): boolean {
  return CODE_RE.test(chunk) || (chunk.includes('/') && /\d/.test(chunk))
}

/** Checks a part of a compound. With `*` inside it is one word (`**D**irect`) or several (`height*width`). */
function isRight(part: string, knows: Knows): boolean {
  return (
    isSkipped(plainWord(part)) ||
    knows(plainWord(part)) ||
    (part.includes('*') && part.split('*').every((piece) => isSkipped(piece) || knows(piece)))
  )
}

function plainWord(part: string): string {
  return part.replaceAll('*', '').replace(/^'+/, '').replace(POSSESSIVE_RE, '')
}

function isSkipped(word: string): boolean {
  const lower = word.toLowerCase()
  return (
    !ENGLISH_RE.test(word) ||
    word.length > LONGEST_WORD ||
    PREFIXES.has(lower) ||
    SHORT_FORMS.has(lower)
  )
}
