import { readRuns } from './words.ts'

/** Part of a text that is marked as found, or not. */
export interface Segment {
  text: string
  isFound: boolean
}

/** Part of a text around what was found. */
export interface Excerpt {
  segments: Segment[]
  /** Number of different terms that were found in it. */
  count: number
}

/** Greatest length of an excerpt, and of what comes before the first word that was found, in characters. */
const LENGTH = 150
const LEAD = 40

/** Greatest number of characters that are left out so that an excerpt begins and ends with a whole word. */
const WORD = 20

/** Matches the signs before a place where a text is cut. */
const LOOSE_END_RE = /[\s\p{P}]+$/u

interface Place {
  start: number
  end: number
  terms: string[]
}

/** Returns a text with the found words marked. */
export function markWords(text: string, terms: ReadonlySet<string>): Segment[] {
  return cut(text, 0, text.length, findPlaces(text, terms))
}

/** Takes the part of a text that has the most of the found words; its beginning where none of them is in it. */
export function takeExcerpt(text: string, terms: ReadonlySet<string>): Excerpt {
  const places = findPlaces(text, terms)
  let best = { start: 0, count: 0 }
  for (const { start } of places) {
    const seen = places.filter(
      (place) => place.start >= start && place.end <= start + LENGTH - LEAD,
    )
    const count = new Set(seen.flatMap((place) => place.terms)).size
    if (count > best.count) {
      best = { start, count }
    }
  }
  const from = text.length <= LENGTH ? 0 : toWordStart(text, Math.max(0, best.start - LEAD))
  const to = toWordEnd(text, from + LENGTH)
  return { segments: cut(text, from, to, places), count: best.count }
}

/** Finds the words of a text that are among the terms; those that overlap are one place. */
function findPlaces(text: string, terms: ReadonlySet<string>): Place[] {
  const pieces = readRuns(text)
    .flatMap((run) => run.pieces)
    .filter(({ term }) => terms.has(term))
    .toSorted((a, b) => a.start - b.start)
  const places: Place[] = []
  for (const { start, end, term } of pieces) {
    const last = places.at(-1)
    if (last && start < last.end) {
      last.end = Math.max(last.end, end)
      last.terms.push(term)
    } else {
      places.push({ start, end, terms: [term] })
    }
  }
  return places
}

function cut(text: string, from: number, to: number, places: readonly Place[]): Segment[] {
  const segments = [{ text: from > 0 ? '…' : '', isFound: false }]
  let at = from
  for (const { start, end } of places.filter((place) => place.start >= from && place.end <= to)) {
    segments.push({ text: text.slice(at, start), isFound: false })
    segments.push({ text: text.slice(start, end), isFound: true })
    at = end
  }
  const rest = text.slice(at, to)
  segments.push({
    text: to < text.length ? `${rest.replace(LOOSE_END_RE, '')}…` : rest,
    isFound: false,
  })
  return segments.filter((segment) => segment.text !== '')
}

/** Moves a place in a text to the next beginning of a word. */
function toWordStart(text: string, at: number): number {
  const space = at === 0 ? -1 : text.slice(at, at + WORD).indexOf(' ')
  return toCharacter(text, at + space + 1)
}

/** Moves a place in a text to the last end of a word. */
function toWordEnd(text: string, at: number): number {
  if (at >= text.length) {
    return text.length
  }
  const space = text.slice(at - WORD, at).lastIndexOf(' ')
  return toCharacter(text, space === -1 ? at : at - WORD + space)
}

/** Moves a place within a character of two halves to its beginning. */
function toCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}
