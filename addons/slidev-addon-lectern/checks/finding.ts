import type { CheckName } from '../deck/check-names.ts'

/** `error`: something is lost, illegible or false. `warning`: it is hard to read, and all is there. */
export type Severity = 'error' | 'warning'

/** Something wrong, with the place where the author mends it. */
export interface Finding {
  check: CheckName
  /** 1-based number of the slide. */
  slide: number
  /** The file of `line`, relative to the working folder. */
  file: string
  /** 1-based line the author would edit. */
  line: number
  /** What was seen, quoting the author's text; one sentence without its full stop. */
  seen: string
  /** What was expected; a phrase without a full stop. */
  expected: string
  /** How to fix it: one or two whole sentences. */
  fix: string
  /** Where only some states of the slide have it: such as `dark mode` or `click 2`. */
  when?: string
  /** @default 'error' */
  severity?: Severity
}

/** Whether a finding makes a deck unhealthy. */
export function isError({ severity = 'error' }: Pick<Finding, 'severity'>): boolean {
  return severity === 'error'
}

/** Light or dark slides. */
export type Mode = 'light' | 'dark'
