import MiniSearch from 'minisearch'
import type { Options, Query } from 'minisearch'

import type { SlideRecord } from './slide-record.ts'
import { readRuns, SPACELESS_RE } from './words.ts'
import type { Run } from './words.ts'

/** Name of the index in the root of a site. */
export const SEARCH_INDEX = 'lectern-search.json'

/** ID of the element that holds the index in a page without other files. */
export const SEARCH_ELEMENT = 'lectern-search'

/** Search index of a talk. */
export type SlideIndex = MiniSearch<SlideRecord>

/** A slide with its texts, and the terms by which it was found. */
export type SlideHit = SlideRecord & { terms: readonly string[] }

/** Words to search for. */
interface Sought extends Pick<Run, 'ways'> {
  /** Whether words that only begin with it are others. */
  isWhole?: boolean
}

const FIELDS = ['title', 'text', 'alt', 'code', 'formulas'] as const

/** Lengths of a term from which on one wrong letter is forgiven, and two. */
const ONE_SLIP = 5
const TWO_SLIPS = 9

/** Number of characters of a query that are read: forgiving slips takes memory by the square of a word's length. */
const LONGEST_QUERY = 1000

/** Greek letters, and their names in the same order. */
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω'
const GREEK_NAMES = (
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi ' +
  'psi omega'
).split(' ')

/** The same in Node, which writes the index, and in browsers, which read it. */
const OPTIONS: Options<SlideRecord> = {
  idField: 'slide',
  fields: [...FIELDS],
  storeFields: [...FIELDS],
  tokenize: (text) => readRuns(text).flatMap(({ pieces }) => pieces.map(({ term }) => term)),
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 3 },
    // A query is made of terms.
    tokenize: (term) => [term],
    prefix: (term) => !SPACELESS_RE.test(term),
  },
}

/** Creates the index of the slides of a talk. */
export function createIndex(records: readonly SlideRecord[]): SlideIndex {
  const index = new MiniSearch(OPTIONS)
  index.addAll(records)
  return index
}

/**
 * Reads an index that was written as JSON.
 *
 * @throws {Error} when the text is no index.
 */
export function readIndex(json: string): SlideIndex {
  return MiniSearch.loadJSON(json, OPTIONS)
}

/**
 * Finds the slides with all words of a text, or with words that begin with them; where there are none, those with
 * names without their signs, and then those with words that are spelled almost like them. The best comes first.
 */
export function searchIndex(index: SlideIndex, text: string): SlideHit[] {
  const runs = readRuns(text.slice(0, LONGEST_QUERY).normalize('NFC'))
  if (runs.length === 0) {
    return []
  }
  const words = runs.flatMap(leaveOutSigns)
  const searches = [
    () => index.search(composeQuery(runs, listNames)),
    () => index.search(composeQuery(words, listNames)),
    () => index.search(composeQuery(words, listSlips), { fuzzy: countSlips }),
  ]
  for (const search of searches) {
    const results = search()
    if (results.length > 0) {
      return results.map(({ id, terms }) => ({ ...getRecord(index, Number(id)), terms }))
    }
  }
  return []
}

/**
 * Composes a query for all of the runs.
 *
 * @param listOthers - Lists terms that are as good as a term.
 */
function composeQuery(runs: readonly Sought[], listOthers: (term: string) => string[]): Query {
  const toQuery = (term: string): Query => ({
    combineWith: 'OR',
    queries: [term, { combineWith: 'OR', queries: listOthers(term), prefix: false, fuzzy: false }],
  })
  return {
    combineWith: 'AND',
    queries: runs.map(({ ways, isWhole = false }) => ({
      combineWith: 'OR',
      ...(isWhole && { prefix: false }),
      queries: ways.map((terms) => ({ combineWith: 'AND', queries: terms.map(toQuery) })),
    })),
  }
}

/**
 * Returns the words of a name. `C++` stays, because it is more than a C, and in `R&D` a letter is a word, not the
 * beginning of one.
 */
function leaveOutSigns(run: Run): Sought[] {
  const [word, ...others] = run.words
  if (word && others.length > 0) {
    return run.words
      .flatMap(leaveOutSigns)
      .map((each) => (isLetter(each) ? { ...each, isWhole: true } : each))
  }
  return [word && !isLetter(word) ? word : run]
}

function isLetter({ ways: [terms] }: Sought): boolean {
  return terms?.join('').length === 1
}

/** Lists a Greek letter's names in TeX, or the letter of a name. */
function listNames(term: string): string[] {
  const name = GREEK_NAMES[GREEK.indexOf(term)]
  const letter = GREEK.charAt(GREEK_NAMES.indexOf(term))
  return term.length === 1 && name ? [name, `var${name}`] : letter ? [letter] : []
}

/** Lists the names of a term, and the words that it is if two neighboring letters were swapped. */
function listSlips(term: string): string[] {
  const swapped =
    countSlips(term) === 1
      ? Array.from(
          { length: term.length - 1 },
          (_, at) => term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2),
        )
      : []
  return [...listNames(term), ...swapped]
}

/** Returns the texts of a slide; a slide that is not in the index has none. */
export function getRecord(index: SlideIndex, slide: number): SlideRecord {
  const stored = index.getStoredFields(slide)
  const read = (field: (typeof FIELDS)[number]): string => {
    const text = stored?.[field]
    return typeof text === 'string' ? text : ''
  }
  return {
    slide,
    title: read('title'),
    text: read('text'),
    alt: read('alt'),
    code: read('code'),
    formulas: read('formulas'),
  }
}

/** Returns how many letters of a term may be wrong; a number is either right or another one. */
function countSlips(term: string): number {
  if (term.length < ONE_SLIP || /\p{N}/u.test(term) || SPACELESS_RE.test(term)) {
    return 0
  }
  return term.length < TWO_SLIPS ? 1 : 2
}
