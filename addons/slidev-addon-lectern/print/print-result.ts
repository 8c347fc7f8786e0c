import { sumUpProblems } from './print-problem.ts'
import type { PrintProblem } from './print-problem.ts'

/** Kinds of files that slides can be written as. */
export const FORMATS = ['pdf', 'png', 'pptx', 'pptx-editable'] as const

/** See {@link FORMATS}. */
export type Format = (typeof FORMATS)[number]

/** Facts of what was written. */
export interface PrintResult {
  format: Format
  /** Numbers of the slides that were written. */
  slides: readonly number[]
  /** Number of pages of a PDF, of images, or of slides of a presentation. */
  pages: number
  /** Size of all files. */
  bytes: number
  /** Standards that a PDF claims to conform to, such as `PDF/UA-1`. */
  standards: readonly string[]
  /** Differences from the browser, and what readers miss. */
  problems: readonly PrintProblem[]
}

/** Names of what {@link PrintResult.pages} counts. */
const UNITS: Readonly<Record<Format, string>> = {
  pdf: 'page',
  png: 'image',
  pptx: 'slide',
  'pptx-editable': 'slide',
}

/** Describes a result in a line, such as `46 pages, 0.7 MB, PDF/UA-1, 2 problems: 1 error on slide 7, 1 warning`. */
export function describeResult(result: PrintResult): string {
  const { format, pages, bytes, standards, problems } = result
  const size = `${pages} ${UNITS[format]}${pages === 1 ? '' : 's'}, ${writeSize(bytes)}`
  return [size, ...standards, sumUpProblems(problems)].filter(Boolean).join(', ')
}

function writeSize(bytes: number): string {
  return bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
