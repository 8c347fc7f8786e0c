import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { DeckModel } from '../../deck/read-deck.ts'

/** An entry `wrong -> right`, for a text that the dictionary accepts. */
export interface Preference {
  wrong: string
  right: string
  /** 1-based line of the list. */
  line: number
}

/** A deck's own words. */
export interface WordList {
  /** File relative to the working folder, for messages. */
  file: string
  /** Correct words, including those of `right` in preferences. */
  accepted: readonly string[]
  preferences: readonly Preference[]
}

const NAME = 'words.txt'
const COMMENT_RE = /(?:^|\s)#.*$/
const WORD_RE = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’-][\p{Script=Latin}\p{M}]+)*$/u

/**
 * Reads the `words.txt` beside a deck: one word a line, or `wrong -> right`; `#` begins a comment.
 *
 * @returns An empty list if there is no such file.
 * @throws {Error} naming the first malformed line.
 */
export function readWordList({ folder, file }: DeckModel): WordList {
  const path = join(folder, NAME)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return parseWordList(text, join(dirname(file), NAME).replaceAll('\\', '/'))
}

/**
 * Parses the text of a word list.
 *
 * @param file - Name for messages.
 * @throws {Error} naming the first malformed line.
 */
export function parseWordList(text: string, file: string): WordList {
  const accepted: string[] = []
  const preferences: Preference[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const entry = raw.replace(COMMENT_RE, '').trim()
    const [wrong = '', right = '', ...rest] = entry.split('->').map((side) => side.trim())
    if (WORD_RE.test(entry)) {
      accepted.push(entry.replaceAll('’', "'"))
    } else if (wrong && right && wrong !== right && rest.length === 0) {
      preferences.push({ wrong, right, line: index + 1 })
      accepted.push(...right.split(/\s+/).filter((word) => WORD_RE.test(word)))
    } else if (entry) {
      throw new Error(
        `${file}:${index + 1}: "${entry}" is not an entry of a word list. ` +
          'Expected one word of letters, or wrong -> right. ' +
          'Write one entry a line; # begins a comment.',
      )
    }
  }
  return { file, accepted, preferences }
}
