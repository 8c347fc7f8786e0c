import { toOneLine } from '../deck/one-line.ts'
import type { SourceHint } from '../deck/source-lines.ts'

/**
 * `error`: something is lost, broken, unreadable or false. `warning`: everything is there, but hard to read, or only on
 * this machine or with a network. `hint`: an audience is unlikely to notice.
 */
export type Severity = 'error' | 'warning' | 'hint'

/** Severities, the worst first. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const satisfies readonly Severity[]

/** Something a check notices on a slide. The doctor makes a finding of it, with its line in the author's file. */
export interface Observation {
  hint: SourceHint
  /** All texts of the slide that the observation is about, if there are several. */
  texts?: readonly string[]
  /** See `Finding`. */
  seen: string
  /** See `Finding`. */
  expected: string
  /** See `Finding`. */
  fix: string
  /**
   * Name of the cause. Observations of one kind on one slide become one finding, even if their texts differ.
   *
   * @default seen, without its numbers and colors
   */
  kind?: string
  /** See `Finding`. */
  severity?: Severity
  /**
   * Whether the cause may concern the whole deck, so that all slides with this kind of observation have one finding.
   * It quotes one of them, and names the others by their numbers.
   *
   * @default false
   */
  isDeckWide?: boolean
  /**
   * Whether it is about the slide's elements, whatever their look. These are examined once, not in every mode and step.
   *
   * @default false
   */
  isStructural?: boolean
  /**
   * Rank among observations of one kind, of which the finding quotes the one with the highest.
   *
   * @default 0
   */
  badness?: number
  /**
   * Parts that observations of one kind differ in, such as characters. In `seen`, `{items}` stands for those of all, and
   * `{count color}` for their number.
   */
  items?: readonly string[]
}

/** A text names at most this many items. */
const MOST_ITEMS = 8

/**
 * Names items where a text has `{items}`: `a`, `a and b`, or `a, b and 3 more`. Counts them where it has
 * `{count color}`: `1 color`, `9 colors`.
 */
export function nameItems(text: string, items: readonly string[]): string {
  if (items.length === 0) {
    return text
  }
  const named = items.slice(0, MOST_ITEMS)
  const more = items.length - named.length
  const names = more > 0 ? [...named, `${more} more`] : named
  const list =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')
  return text
    .replace('{items}', () => list)
    .replace(/\{count ([^{}]+)\}/, (_, noun: string) => countOf(items.length, noun))
}

/** Writes a number with its noun: `1 slide`, `3 slides`. */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

const LONGEST_QUOTE = 60

/** Puts a text in quotation marks, with its spaces joined and cut after 60 characters. */
export function quote(text: string): string {
  const plain = toOneLine(text)
  return plain.length > LONGEST_QUOTE ? `"${plain.slice(0, LONGEST_QUOTE - 2)} …"` : `"${plain}"`
}

/** Writes a length in whole CSS px, at least 1. */
export function inPx(length: number): string {
  return `${Math.max(1, Math.round(length))} px`
}

/** Returns ` and 3 more`, or an empty text for 0. */
export function andMore(count: number): string {
  return count > 0 ? ` and ${count} more` : ''
}
