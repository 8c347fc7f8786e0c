import { join } from 'node:path'

import type { DeckModel } from '../deck/read-deck.ts'
import { writeFileAtomically } from '../output/write-file.ts'
import { describeErrors, placeProblems, refuseProblems } from './print-problem.ts'
import type { UnplacedProblem } from './print-problem.ts'
import type { PrintResult } from './print-result.ts'

/** Output that is ready to be written. */
export interface Printed {
  pages: number
  problems: readonly UnplacedProblem[]
  /** Standards that a PDF claims to conform to. @default none */
  standards?: readonly string[]
  /** Name of each file in the output's folder; empty where the output is the file. */
  files: readonly { name: string; bytes: Uint8Array }[]
}

/** Where an output goes, and what may keep it from being written. */
export interface Destination {
  deck: DeckModel
  /** The file to write, or the folder. */
  output: string
  /** Whether errors and warnings keep the output from being written. */
  isStrict: boolean
}

/**
 * Writes an output, and returns its size with the problems of the deck and of printing, each with its line.
 *
 * @throws {Error} when it cannot be written; with `isStrict` also naming each problem that is no hint.
 */
export function writePrinted(
  { pages, problems: found, files, standards = [] }: Printed,
  { deck, output, isStrict }: Destination,
): Pick<PrintResult, 'pages' | 'bytes' | 'standards' | 'problems'> {
  const problems = placeProblems([...describeErrors(deck), ...found], deck)
  if (isStrict) {
    refuseProblems(problems, output)
  }
  files.forEach(({ name, bytes }) => writeFileAtomically(join(output, name), bytes))
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return { pages, bytes: size, standards, problems }
}
