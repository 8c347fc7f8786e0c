import type { SourceHint } from '../deck/source-lines.ts'

/** `error`: something is lost, illegible or false. `warning`: everything is there but hard to read. */
export type Severity = 'error' | 'warning'

/** Something a check notices on a slide. The doctor makes a finding of it, with its line in the author's file. */
export interface Observation {
  hint: SourceHint
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
   * Whether the cause concerns the whole deck, so that it is reported for one slide only.
   *
   * @default false
   */
  isDeckWide?: boolean
}

const LONGEST_QUOTE = 60

/** Puts a text in quotation marks, with its spaces joined and cut after 60 characters. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
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
