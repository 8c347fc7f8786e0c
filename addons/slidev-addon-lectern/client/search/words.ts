import { fold } from './fold.ts'

/** A term of the search index, and its place in a text. */
export interface Piece {
  /** Index of its first character, and of the one after its last. */
  start: number
  end: number
  /** Without case and accents. */
  term: string
}

/** A run of characters that is typed in one go. */
export interface Run {
  /** All terms under which it is found. */
  pieces: Piece[]
  /** Ways to search for it, the terms of each together: as one word, and by the parts of that word. */
  ways: string[][]
  /** Parts of a name with signs, such as `C` and `C++` of `C/C++`, or the word in a part; a word has none. */
  words: Run[]
}

/** Characters of scripts without spaces between words, and the mark that makes a vowel of Katakana long. */
const SPACELESS = `[ー${['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')}]`

/** Matches a term of a script without spaces. */
export const SPACELESS_RE = new RegExp(`^${SPACELESS}`, 'u')

// 16,384 | 15.6T | fine-tuning | snake_case | don’t
const LETTER = `(?!${SPACELESS})[\\p{L}\\p{N}\\p{M}]`
const UNIT = `(?:\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d+(?:\\.\\d+)+|${LETTER})+`
const WORD = `${UNIT}(?:(?:_+|[-‐‑'’\u200C\u200D])${UNIT})*`

// .NET | @user | --flag | C++ | C++17 | C# | I/O | Node.js | R&D | pass@1 | std::sort | mc^2 | mc^{2}
const BEFORE = `(?<!${LETTER}|[)\\]}.@#$&+*/-])(?:--?|[.@#$])(?=\\p{L})`
const AFTER = `(?:\\+\\+\\d*|[+#*])(?!${LETTER}|[\\\\({[])`
const SIGNED = `${WORD}(?:${AFTER})?`
const PART = `(?:${BEFORE})?${SIGNED}`
const NAME = `${PART}(?:(?:::|[./@&]|\\^\\{?)${SIGNED})*`

const WORD_RE = new RegExp(WORD, 'gu')
const PART_RE = new RegExp(PART, 'gu')

// 模型 | a name or a word
const RUN_RE = new RegExp(`${SPACELESS}+|${NAME}`, 'gu')

/** Matches the characters that join the parts of a word. */
const JOINTS_RE = /[-‐‑_'’\u200C\u200D]/gu

/**
 * Splits a text into runs: into words and names, and into sequences of characters where words have no spaces between
 * them.
 */
export function readRuns(text: string): Run[] {
  return [...text.matchAll(RUN_RE)]
    .map(({ 0: run, index }) =>
      SPACELESS_RE.test(run) ? readCharacters(run, index) : readName(run, index),
    )
    .filter(({ pieces }) => pieces.length > 0)
}

/** Reads a word, or a name with signs: it is searched for with its signs, and found by its parts and words as well. */
function readName(run: string, start: number): Run {
  const parts = [...run.matchAll(PART_RE)]
  const found = parts.length > 1 ? parts : [...run.matchAll(WORD_RE)]
  if (found[0]?.[0] === run) {
    return readWord(run, start)
  }
  const words = found.map(({ 0: word, index }) => readName(word, start + index))
  const whole = { start, end: start + run.length, term: foldName(run) }
  return {
    pieces: [whole, ...words.flatMap(({ pieces }) => pieces)],
    ways: [[whole.term]],
    words,
  }
}

/** Returns a name without case and joints, but with its signs; `mc^{2}` is `mc2`, while `10^{25}` is not 1025. */
function foldName(run: string): string {
  const [dashes = ''] = /^-*/.exec(run) ?? []
  const name = run.slice(dashes.length).replaceAll(JOINTS_RE, '')
  return dashes + fold(name.replaceAll(/(\d\^)\{|(?<!\d)\^\{?/g, '$1'))
}

/** Reads a run of a script without spaces: it is found by each character, and by each two in a row. */
function readCharacters(run: string, start: number): Run {
  let end = start
  const single = Array.from(run, (character) => {
    const piece = { start: end, end: end + character.length, term: fold(character) }
    end = piece.end
    return piece
  })
  const pairs = single.slice(1).map((piece, index) => {
    const before = single[index] ?? piece
    return { start: before.start, end: piece.end, term: before.term + piece.term }
  })
  const sought = pairs.length > 0 ? pairs : single
  return { pieces: [...single, ...pairs], ways: [sought.map(({ term }) => term)], words: [] }
}

/** Reads a word: it is found as a whole, and by the parts of `camelCase`, `snake_case` and hyphens. */
function readWord(run: string, start: number): Run {
  const whole = { start, end: start + run.length, term: fold(run.replaceAll(JOINTS_RE, '')) }
  const parts = splitWord(run)
  if (parts.length < 2) {
    // A mark alone is nothing.
    return whole.term === ''
      ? { pieces: [], ways: [], words: [] }
      : { pieces: [whole], ways: [[whole.term]], words: [] }
  }
  let from = 0
  const pieces = parts.map((part) => {
    const at = run.indexOf(part, from)
    from = at + part.length
    return { start: start + at, end: start + from, term: fold(part) }
  })
  const ways = [[whole.term], pieces.map(({ term }) => term)]
  return { pieces: [whole, ...pieces], ways, words: [] }
}

/** Splits `XMLHttpRequest` into three; `GPUs`, `405B` and `don't` are one word. */
function splitWord(run: string): string[] {
  return run
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1\n')
    .replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, '$1\n')
    .split(/(?:\u200C|\u200D|[-‐‑_\n])+/u)
    .filter((part) => part !== '')
}
