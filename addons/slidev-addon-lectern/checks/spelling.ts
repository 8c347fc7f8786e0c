import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import type { Finding } from './finding.ts'
import { loadDictionary } from './spelling/dictionary.ts'
import { listPassages } from './spelling/passages.ts'
import type { Passage } from './spelling/passages.ts'
import { findDeviations, leaveOut } from './spelling/preferences.ts'
import type { Deviation } from './spelling/preferences.ts'
import { readWordList } from './spelling/word-list.ts'
import type { Preference } from './spelling/word-list.ts'
import { findMisspelled } from './spelling/words.ts'
import type { Knows } from './spelling/words.ts'

/** A word that is not known, or a text the deck writes otherwise, in one place. */
interface Mistake {
  seen: string
  slide: SlideModel
  /** 1-based line of the author's file. */
  line: number
  deviation?: Deviation
}

/** How many words a correction is looked for: each takes some milliseconds. */
const MOST_CORRECTED = 60

/**
 * Finds what of a deck's English is misspelled: words that are neither in a dictionary nor in the `words.txt`
 * beside the deck, and on the slides what that list wants written otherwise.
 *
 * @returns One finding for each word, at its first place.
 * @throws {Error} when a line of `words.txt` is malformed.
 */
export async function inspectSpelling(deck: DeckModel): Promise<Finding[]> {
  const { file, accepted, preferences } = readWordList(deck)
  const { knows, correct } = await loadDictionary(accepted)
  const mistakes = listPassages(deck).flatMap((passage) =>
    findMistakes(passage, preferences, knows),
  )
  return groupMistakes(mistakes).map(([first, ...others], index) => {
    const { seen, slide, line, deviation } = first
    const place = { check: 'spelling', slide: slide.number, file: slide.file, line } as const
    const where = nameSlides([first, ...others])
    if (deviation) {
      return {
        ...place,
        seen: `"${seen}" is not how ${file} writes it${where}`,
        expected: `"${deviation.wanted}", by ${file}:${deviation.preference.line}`,
        fix: `Write "${deviation.wanted}".`,
      }
    }
    const correction = index < MOST_CORRECTED ? correct(seen) : undefined
    return {
      ...place,
      seen: `"${seen}" is not in the dictionary${where}`,
      expected: `an English word, or one of ${file}`,
      fix: `${correction ? `Write "${correction}"` : 'Correct it'}, or add the word to ${file}.`,
    }
  })
}

function findMistakes(
  passage: Passage,
  preferences: readonly Preference[],
  knows: Knows,
): Mistake[] {
  const { prose, slide, lines, isNote } = passage
  // How a deck writes a name is for its audience: the speaker's own notes are free of it.
  const wanted = isNote ? [] : preferences
  const deviating = findDeviations(prose, wanted).map((deviation) => ({
    seen: deviation.seen,
    slide,
    line: lines[deviation.line] ?? 1,
    deviation,
  }))
  const unknown = leaveOut(prose, wanted)
    .split('\n')
    .flatMap((text, index) =>
      findMisspelled(text, knows).map((seen) => ({ seen, slide, line: lines[index] ?? 1 })),
    )
  return [...deviating, ...unknown].toSorted((one, other) => one.line - other.line)
}

/** All places of one word together, in the order of the first ones. */
function groupMistakes(mistakes: readonly Mistake[]): [Mistake, ...Mistake[]][] {
  const groups = new Map<string | Preference, [Mistake, ...Mistake[]]>()
  for (const mistake of mistakes) {
    const key = mistake.deviation?.preference ?? mistake.seen.toLowerCase()
    const group = groups.get(key)
    if (group) {
      group.push(mistake)
    } else {
      groups.set(key, [mistake])
    }
  }
  return [...groups.values()]
}

/** ` (slides 4, 14 and 16)` where a word is on more slides than the one it is reported for. */
function nameSlides(mistakes: readonly Mistake[]): string {
  const numbers = [...new Set(mistakes.map(({ slide }) => slide.number))]
  const last = numbers.pop() ?? 0
  return numbers.length > 0 ? ` (slides ${numbers.join(', ')} and ${last})` : ''
}
