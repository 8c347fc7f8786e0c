import { isMade } from './derived.ts'
import type { Dictionary } from './dictionary.ts'
import { mistakes } from './mistakes.ts'
import { isSlip } from './slip.ts'
import type { UnknownWord } from './words.ts'

/** Kind of an unknown word: misspelled, perhaps misspelled, or known to the author alone. */
export type Verdict =
  | { kind: 'wrong' | 'doubtful'; correction: string }
  | { kind: 'unknown'; correction?: undefined }

/** A capitalized word is often a name, so that only a long one is surely misspelled. */
const LEAST_OF_CAPITALIZED = 7
/** Shorter words are abbreviations. */
const LEAST_OF_DOUBTFUL = 5
const LEAST_OF_UNKNOWN = 4
/** Least length of the first part of a compound, and of one that a slip explains as well: "for-cast". */
const SHORTEST_PART = 3
const CERTAIN_PART = 4
/** Only for this many words a correction is looked for, because each takes some milliseconds. */
const MOST_CORRECTED = 300

/** Judges the unknown words of a deck. */
export class Judge {
  readonly #dictionary: Dictionary
  readonly #ownWords: ReadonlySet<string>
  readonly #corrections = new Map<string, string | undefined>()

  /** @param ownWords - Words, in lower case, that the deck has in its code or introduces. */
  constructor(dictionary: Dictionary, ownWords: ReadonlySet<string>) {
    this.#dictionary = dictionary
    this.#ownWords = ownWords
  }

  /**
   * Judges a word by all its occurrences.
   *
   * @returns `undefined` for a word that is right, or a name.
   */
  judge(occurrences: readonly [UnknownWord, ...UnknownWord[]]): Verdict | undefined {
    const [first] = occurrences
    const lower = first.text.toLowerCase()
    const typed = occurrences.find(({ text }) => text === lower)?.text ?? first.text
    const isName = typed !== lower
    const mistake = mistakes.get(lower)
    if (mistake !== undefined) {
      return { kind: isName ? 'doubtful' : 'wrong', correction: followCase(typed, mistake) }
    }
    if (this.#ownWords.has(lower)) {
      return undefined
    }
    const correction = this.#correct(typed)
    const isCertain = this.isSlip(typed) && !isMade(lower, this.#dictionary, CERTAIN_PART)
    if (correction !== undefined && isCertain) {
      const isLikeName = isName && occurrences.some((each) => each.isLikeName)
      const isShort = isName && lower.length < LEAST_OF_CAPITALIZED
      return isLikeName && isShort
        ? undefined
        : { kind: isLikeName || isShort ? 'doubtful' : 'wrong', correction }
    }
    return isName ? this.#judgeName(correction) : this.#judgeLower(lower, correction)
  }

  /** Tells whether a word is a common one with a slip. */
  isSlip(word: string): boolean {
    const lower = word.toLowerCase()
    const correction = this.#correct(word)?.toLowerCase()
    return (
      mistakes.has(lower) ||
      (correction !== undefined &&
        this.#dictionary.isCommon(correction) &&
        isSlip(lower, correction))
    )
  }

  /** A name is doubtful only if it is nearly one of the deck's own words. */
  #judgeName(correction: string | undefined): Verdict | undefined {
    return correction !== undefined && this.#dictionary.isAccepted(correction)
      ? { kind: 'doubtful', correction }
      : undefined
  }

  #judgeLower(lower: string, correction: string | undefined): Verdict | undefined {
    const isNear =
      correction !== undefined &&
      lower.length >= LEAST_OF_DOUBTFUL &&
      correction.charAt(0) === lower.charAt(0)
    const isKnown = isMade(lower, this.#dictionary, SHORTEST_PART)
    if (isNear && (this.isSlip(lower) || !isKnown)) {
      return { kind: 'doubtful', correction }
    }
    return lower.length < LEAST_OF_UNKNOWN || isKnown ? undefined : { kind: 'unknown' }
  }

  #correct(word: string): string | undefined {
    if (!this.#corrections.has(word) && this.#corrections.size < MOST_CORRECTED) {
      this.#corrections.set(word, this.#dictionary.correct(word))
    }
    return this.#corrections.get(word)
  }
}

function followCase(typed: string, correction: string): string {
  return /^\p{Lu}/u.test(typed)
    ? correction.charAt(0).toUpperCase() + correction.slice(1)
    : correction
}
