import type { Severity } from '../checks/finding.ts'
import type { Place } from '../deck/source-lines.ts'

/** What a check says of a slide it sees; where it stands in the author's file is found later. */
export interface Observation {
  /** What it comes from. */
  place: Place
  /** See {@link Finding}. */
  seen: string
  expected: string
  fix: string
  /** The same for faults of one cause on a slide, whatever places and numbers they name; else `seen` tells. */
  kind?: string
  /** See {@link Finding}. */
  severity?: Severity
  /** Whether the cause is the deck's, so that one slide stands for all. */
  isDeckWide?: boolean
}

const LONGEST_QUOTE = 60

/** A text in quotation marks, its spaces joined, cut after 60 characters. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > LONGEST_QUOTE ? `"${plain.slice(0, LONGEST_QUOTE - 2)} …"` : `"${plain}"`
}

/** A length for a message: whole CSS px. */
export function inPx(length: number): string {
  return `${Math.max(1, Math.round(length))} px`
}

/** `and 3 more`, or nothing. */
export function andMore(count: number): string {
  return count > 0 ? ` and ${count} more` : ''
}
