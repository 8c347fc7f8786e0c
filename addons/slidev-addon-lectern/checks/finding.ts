import type { CheckName } from '../deck/check-names.ts'
import type { Severity } from '../page/observation.ts'

/** A problem of a deck, with the line to edit. */
export interface Finding {
  check: CheckName
  /** 1-based number of the slide. */
  slide: number
  /** File of `line`, relative to the working folder. */
  file: string
  /** 1-based line the author would edit. */
  line: number
  /** Problem, quoting the author's text: one sentence without its period. */
  seen: string
  /** Expected state: a phrase without a period. */
  expected: string
  /** Steps to fix it: one or two sentences. */
  fix: string
  /** States that have the problem, such as `in dark mode, at click 2`; `undefined` if all of the slide's have it. */
  when?: string
  /** @default 'error' */
  severity?: Severity
}

/** Tells whether a finding is an error, which makes a deck unhealthy. */
export function isError({ severity = 'error' }: Pick<Finding, 'severity'>): boolean {
  return severity === 'error'
}

/** Color mode of the slides. */
export type Mode = 'light' | 'dark'
