import type { CheckName } from '../deck/check-names.ts'
import { SEVERITIES } from '../page/observation.ts'
import type { Severity } from '../page/observation.ts'

/** A problem of a deck, with the line to edit. */
export interface Finding {
  check: CheckName
  severity: Severity
  /** 1-based number of the slide with `line`: the first one that has the problem, or the one that has it worst. */
  slide: number
  /** Numbers of all slides that have the problem, ascending. */
  slides: number[]
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
}

/** A problem of one slide, before those of one cause become one finding. */
export interface SlideFinding extends Omit<Finding, 'slides' | 'severity'> {
  /** @default 'error' */
  severity?: Severity
  /**
   * Numbers of all slides that have the problem, if a check has made one finding of several.
   *
   * @default [slide]
   */
  slides?: readonly number[]
  /**
   * Where to look if most slides have the problem: its text is in no slide's Markdown, so that the theme or a global
   * layer draws it.
   */
  layer?: Pick<Finding, 'slide' | 'file' | 'line'> & { leastSlides: number }
  /** Name of a cause that several slides of the deck may share. */
  cause?: string
  /** See `Observation`. */
  badness?: number
  /** See `Observation`. */
  items?: readonly string[]
}

/** Tells whether a finding is an error, which makes a deck unhealthy. */
export function isError({ severity = 'error' }: Pick<SlideFinding, 'severity'>): boolean {
  return severity === 'error'
}

/** Tells whether a severity is as bad as another one, or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least)
}

/** Color mode of the slides. */
export type Mode = 'light' | 'dark'
