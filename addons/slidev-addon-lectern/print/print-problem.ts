import type { DeckModel } from '../deck/read-deck.ts'
import { findLine } from '../deck/source-lines.ts'
import type { SourceHint } from '../deck/source-lines.ts'
import { andMore, countOf, SEVERITIES } from '../page/observation.ts'
import type { Severity } from '../page/observation.ts'

/** Something that went wrong in printing. The output has been written all the same. */
export interface PrintProblem {
  /** Number of the slide; `undefined` for the whole deck. */
  slide?: number
  /** File of `line`, relative to the working folder; `undefined` where no line of the author's is known. */
  file?: string
  /** 1-based line in the author's file. */
  line?: number
  severity: Severity
  /** A sentence without the slide. */
  message: string
}

/** A problem whose line in the author's file is not found yet. */
export interface UnplacedProblem extends PrintProblem {
  /** Text or reference that has the problem. */
  hint?: SourceHint
}

/** Problems up to this many are listed, which is less than a screenful. */
const MOST_LISTED = 15

/** One cause, with the place of its first problem, and the slides that have it. */
interface Cause extends Omit<PrintProblem, 'slide'> {
  /** Ascending; empty for the whole deck. */
  slides: number[]
}

/** Gives problems of slides the line of what has them, or the slide's first line. */
export function placeProblems(
  problems: readonly UnplacedProblem[],
  { slides }: Pick<DeckModel, 'slides'>,
): PrintProblem[] {
  return problems.map(({ hint = {}, ...problem }) => {
    const slide = slides[(problem.slide ?? 0) - 1]
    return slide && problem.line === undefined
      ? { ...problem, file: slide.file, line: findLine(slide, hint) }
      : problem
  })
}

/**
 * Lists problems, one line each, worst first and then in the deck's order. Those with the same message share a line.
 *
 * @param most - Number of lines; errors are listed beyond it, and the others counted.
 */
export function listProblems(problems: readonly PrintProblem[], most = MOST_LISTED): string[] {
  const causes = findCauses(problems)
  const errors = causes.filter(({ severity }) => severity === 'error').length
  const listed = causes.slice(0, Math.max(errors, most))
  const rest = causes.slice(listed.length)
  return [
    ...listed.map((cause) => `${cause.severity}: ${namePlace(cause)}${cause.message}`),
    ...(rest.length > 0 ? [`and ${countSeverities(rest, false)} more; --all lists them`] : []),
  ]
}

/** Sums problems up, such as `3 problems: 1 error on slide 7, 2 warnings`; empty where there is none. */
export function sumUpProblems(problems: readonly PrintProblem[]): string {
  const causes = findCauses(problems)
  return causes.length === 0
    ? ''
    : `${countOf(causes.length, 'problem')}: ${countSeverities(causes, true)}`
}

/**
 * Keeps an output from being written where there are problems that are no hints.
 *
 * @throws {Error} that lists them.
 */
export function refuseProblems(problems: readonly PrintProblem[], output: string): void {
  const severe = problems.filter(({ severity }) => severity !== 'hint')
  if (severe.length > 0) {
    const lines = listProblems(severe, Infinity)
    throw new Error([...lines, `${output} was not written: ${sumUpProblems(severe)}`].join('\n'))
  }
}

/** Returns the parts that Slidev leaves out of a deck, such as an import that is not there. */
export function describeErrors({ errors }: Pick<DeckModel, 'errors'>): PrintProblem[] {
  return errors.map(({ file, line, seen, fix }) => ({
    file,
    line,
    severity: 'error',
    message: `${seen}. ${fix}`,
  }))
}

function findCauses(problems: readonly PrintProblem[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const { slide, ...problem } of problems) {
    const kind = `${slide === undefined} ${problem.severity} ${problem.message}`
    const cause = causes.get(kind) ?? { ...problem, slides: [] }
    causes.set(kind, cause)
    if (slide !== undefined && !cause.slides.includes(slide)) {
      cause.slides.push(slide)
    }
  }
  for (const { slides } of causes.values()) {
    slides.sort((a, b) => a - b)
  }
  return [...causes.values()].toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.slides[0] ?? 0) - (b.slides[0] ?? 0),
  )
}

/** Returns `slides.md:93, slide 9: ` or `slides.md:20, slides 3, 5 and 1 more: `. */
function namePlace({ file, line, slides }: Cause): string {
  const parts = [
    ...(file === undefined ? [] : [`${file}:${line}`]),
    ...(slides.length > 0 ? [nameSlides(slides)] : []),
  ]
  return parts.length > 0 ? `${parts.join(', ')}: ` : ''
}

function nameSlides(slides: readonly number[]): string {
  return `slide${slides.length === 1 ? '' : 's'} ${nameNumbers(slides)}`
}

/** A message names at most this many slides. */
const MOST_NUMBERS = 8

/** Names slides by their numbers, such as `3, 5 and 1 more`. */
export function nameNumbers(slides: readonly number[]): string {
  const named = slides.slice(0, MOST_NUMBERS).join(', ')
  return `${named}${andMore(slides.length - MOST_NUMBERS)}`
}

function countSeverities(causes: readonly Cause[], areErrorsPlaced: boolean): string {
  return SEVERITIES.flatMap((severity) => {
    const own = causes.filter((cause) => cause.severity === severity)
    const slides = [...new Set(own.flatMap((cause) => cause.slides))].toSorted((a, b) => a - b)
    const isPlaced = areErrorsPlaced && severity === 'error' && slides.length > 0
    const place = isPlaced ? ` on ${nameSlides(slides)}` : ''
    return own.length > 0 ? [`${countOf(own.length, severity)}${place}`] : []
  }).join(', ')
}
