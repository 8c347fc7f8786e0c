import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import type { Finding } from './finding.ts'
import { loadDictionary } from './spelling/dictionary.ts'
import { listPassages } from './spelling/passages.ts'
import type { Passage } from './spelling/passages.ts'
import { findReplacements, removeReplaceable } from './spelling/preferences.ts'
import type { Replacement } from './spelling/preferences.ts'
import { readWordList } from './spelling/word-list.ts'
import type { Preference } from './spelling/word-list.ts'
import { findMisspelled } from './spelling/words.ts'
import type { Knows } from './spelling/words.ts'

/** One occurrence of an unknown word, or of a text that the word list calls wrong. */
interface Occurrence {
  seen: string
  slide: SlideModel
  /** 1-based line of the author's file. */
  line: number
  replacement?: Replacement
}

/** Only this many words get a suggested correction, because each takes some milliseconds. */
const MOST_CORRECTED = 60

/**
 * Checks the spelling of a deck's English. Finds words that are neither in a dictionary nor in the `words.txt` beside
 * the deck, which is optional, and on slides the texts that this list calls wrong.
 *
 * @returns One finding for each word, with the line of its first occurrence.
 * @throws {Error} if a line of `words.txt` is malformed.
 */
export async function inspectSpelling(deck: DeckModel): Promise<Finding[]> {
  const { file, accepted, preferences } = readWordList(deck)
  const { knows, correct } = await loadDictionary(accepted)
  const occurrences = listPassages(deck).flatMap((passage) =>
    findOccurrences(passage, preferences, knows),
  )
  return groupOccurrences(occurrences).map(([first, ...others], index) => {
    const { seen, slide, line, replacement } = first
    const position = { check: 'spelling', slide: slide.number, file: slide.file, line } as const
    const where = nameSlides([first, ...others])
    if (replacement) {
      return {
        ...position,
        seen: `"${seen}" is listed in ${file} as wrong${where}`,
        expected: `"${replacement.wanted}", by ${file}:${replacement.preference.line}`,
        fix: `Write "${replacement.wanted}".`,
      }
    }
    const correction = index < MOST_CORRECTED ? correct(seen) : undefined
    return {
      ...position,
      seen: `"${seen}" is not in the dictionary${where}`,
      expected: `an English word, or one listed in ${file}`,
      fix: `${correction ? `Write "${correction}"` : 'Correct it'}, or add the word to ${file}, one word a line.`,
    }
  })
}

function findOccurrences(
  passage: Passage,
  preferences: readonly Preference[],
  knows: Knows,
): Occurrence[] {
  const { prose, slide, lines, isNote } = passage
  // Preferences are for the audience, who does not see the notes.
  const wanted = isNote ? [] : preferences
  const replaceable = findReplacements(prose, wanted).map((replacement) => ({
    seen: replacement.seen,
    slide,
    line: lines[replacement.line] ?? 1,
    replacement,
  }))
  const unknown = removeReplaceable(prose, wanted)
    .split('\n')
    .flatMap((text, index) =>
      findMisspelled(text, knows).map((seen) => ({ seen, slide, line: lines[index] ?? 1 })),
    )
  return [...replaceable, ...unknown].toSorted((one, other) => one.line - other.line)
}

/** Groups the occurrences by word, in the order of the first ones. */
function groupOccurrences(occurrences: readonly Occurrence[]): [Occurrence, ...Occurrence[]][] {
  const groups = new Map<string | Preference, [Occurrence, ...Occurrence[]]>()
  for (const occurrence of occurrences) {
    const key = occurrence.replacement?.preference ?? occurrence.seen.toLowerCase()
    const group = groups.get(key)
    if (group) {
      group.push(occurrence)
    } else {
      groups.set(key, [occurrence])
    }
  }
  return [...groups.values()]
}

/** Returns ` (slides 4, 14 and 16)` if a word is on several slides. */
function nameSlides(occurrences: readonly Occurrence[]): string {
  const numbers = [...new Set(occurrences.map(({ slide }) => slide.number))]
  const last = numbers.pop() ?? 0
  return numbers.length > 0 ? ` (slides ${numbers.join(', ')} and ${last})` : ''
}
