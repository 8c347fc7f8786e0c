import type { DeckModel } from '../deck/read-deck.ts'
import type { SlideFinding } from './finding.ts'
import { loadDictionary } from './spelling/dictionary.ts'
import type { Dictionary } from './spelling/dictionary.ts'
import { findDoubled } from './spelling/doubled.ts'
import { Judge } from './spelling/judge.ts'
import { countWords, dropForeign, isForeign } from './spelling/language.ts'
import { listOwnWords } from './spelling/own-words.ts'
import { listPassages, readLanguage } from './spelling/passages.ts'
import type { Passage } from './spelling/passages.ts'
import { group, listSlides, locate, position } from './spelling/places.ts'
import type { Group } from './spelling/places.ts'
import { findReplacements, removeReplaceable } from './spelling/preferences.ts'
import { readWordList } from './spelling/word-list.ts'
import type { WordList } from './spelling/word-list.ts'
import { findUnknown } from './spelling/words.ts'
import type { UnknownWord } from './spelling/words.ts'

/**
 * Checks the spelling of a deck's English. Finds misspelled words that are neither in a dictionary nor in the
 * `words.txt` beside the deck, which is optional, words written twice, and on slides the texts that this list calls
 * wrong. Leaves alone names, terms of software, and words that the deck itself introduces.
 *
 * @returns One finding for each misspelled word, with the line of its first occurrence, and one for all words of which
 *   it is not known whether they are right.
 * @throws {Error} if a line of `words.txt` is malformed.
 */
export async function inspectSpelling(deck: DeckModel): Promise<SlideFinding[]> {
  const list = readWordList(deck)
  const dictionary = await loadDictionary(list.accepted)
  const passages = listPassages(deck)
  const replaceable = findReplaceable(passages, list)
  if (!readLanguage(deck) && isDeckForeign(passages, dictionary)) {
    return [...replaceable, reportLanguage(deck)]
  }
  const judge = new Judge(dictionary, listOwnWords(passages.map(({ markdown }) => markdown)))
  const prose = keepEnglish(passages, list, dictionary, judge)
  return (
    [...replaceable, ...findDoubledWords(prose), ...findMisspelled(prose, list, dictionary, judge)]
      // The order of the slides; what concerns the whole deck stays at the end.
      .toSorted((one, other) => rank(one) - rank(other))
  )
}

function rank({ slide, line, severity }: SlideFinding): number {
  return severity === 'hint' ? Number.MAX_SAFE_INTEGER : slide * 1e6 + line
}

/** Finds what the word list calls wrong. The audience does not see the notes. */
function findReplaceable(
  passages: readonly Passage[],
  { file, preferences }: WordList,
): SlideFinding[] {
  const found = passages
    .filter(({ isNote }) => !isNote)
    .flatMap((passage) => locate(passage, findReplacements(passage.prose, preferences)))
  return group(found, ({ preference }) => preference).map((places) => {
    const [{ seen, wanted, preference }] = places
    return {
      ...position(places),
      severity: 'error',
      seen: `"${seen}" is listed in ${file} as wrong`,
      expected: `"${wanted}", by ${file}:${preference.line}`,
      fix: `Write "${wanted}".`,
    }
  })
}

function isDeckForeign(passages: readonly Passage[], { isCommon }: Dictionary): boolean {
  const counts = passages
    .filter(({ isNote }) => !isNote)
    .map(({ prose }) => countWords(prose, isCommon))
  const sum = (key: 'words' | 'foreign'): number =>
    counts.reduce((total, count) => total + count[key], 0)
  return isForeign({ words: sum('words'), foreign: sum('foreign') }, 'deck')
}

function reportLanguage({ file, slides }: DeckModel): SlideFinding {
  return {
    check: 'spelling',
    slide: slides[0]?.number ?? 1,
    file,
    line: 1,
    severity: 'hint',
    seen: 'most words are not English, so that their spelling is not checked',
    expected: 'the language of the slides in the headmatter, which screen readers use as well',
    fix: 'Write for example `lang: fr` in the headmatter, or `lang: en` if the slides are English.',
  }
}

/** Keeps the prose that is English. */
function keepEnglish(
  passages: readonly Passage[],
  { preferences }: WordList,
  { isCommon, isTerm }: Dictionary,
  judge: Judge,
): Passage[] {
  const isEnglish = (word: string): boolean => isCommon(word) || isTerm(word) || judge.isSlip(word)

  return passages
    .filter(({ prose }) => !isForeign(countWords(prose, isEnglish), 'passage'))
    .map((passage) => {
      const prose = passage.isNote ? passage.prose : removeReplaceable(passage.prose, preferences)
      return { ...passage, prose: dropForeign(prose, isEnglish) }
    })
}

function findDoubledWords(passages: readonly Passage[]): SlideFinding[] {
  const found = passages.flatMap((passage) => locate(passage, findDoubled(passage.prose)))
  return group(found, ({ word }) => word.toLowerCase()).map((places) => {
    const [{ seen, word }] = places
    return {
      ...position(places),
      severity: 'warning',
      seen: `"${seen}" has a word twice`,
      expected: 'the word once',
      fix: `Write "${word}".`,
    }
  })
}

function findMisspelled(
  passages: readonly Passage[],
  { file }: WordList,
  { knows }: Dictionary,
  judge: Judge,
): SlideFinding[] {
  const found = passages.flatMap((passage) =>
    passage.prose.split('\n').flatMap((text, line) =>
      locate(
        passage,
        findUnknown(text, knows).map((word) => ({ ...word, line })),
      ),
    ),
  )
  const unknown: Group<UnknownWord>[] = []
  const misspelled = group(found, ({ text }) => text.toLowerCase()).flatMap(
    (places): SlideFinding[] => {
      const verdict = judge.judge(places)
      if (verdict?.kind === 'unknown') {
        unknown.push(places)
      }
      return verdict?.correction === undefined
        ? []
        : [
            {
              ...position(places),
              severity: verdict.kind === 'wrong' ? 'warning' : 'hint',
              seen: `"${places[0].text}" is not in the dictionary`,
              expected: `an English word, or one listed in ${file}`,
              fix: `Write "${verdict.correction}", or add the word to ${file}, one word a line.`,
            },
          ]
    },
  )
  return [...misspelled, ...reportUnknown(unknown, file)]
}

/** Reports all words that only the author can judge at once: one look over them is enough. */
function reportUnknown(
  [first, ...others]: readonly Group<UnknownWord>[],
  file: string,
): SlideFinding[] {
  if (!first) {
    return []
  }
  const all = [first, ...others]
  const words = all.map(([{ text }]) => `"${text}"`).join(', ')
  return [
    {
      ...position(first),
      slides: listSlides(all.flat()).toSorted((one, other) => one - other),
      severity: 'hint',
      seen:
        others.length > 0
          ? `${all.length} words are in no dictionary: ${words}`
          : `${words} is in no dictionary`,
      expected: `English words, terms of software, or words listed in ${file}`,
      fix: `Correct what is wrong, and add what is right to ${file}, one word a line.`,
    },
  ]
}
