import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describeExplanation } from '../explanation.ts'
import type { Explanation } from '../explanation.ts'
import type { DeckModel } from '../read-deck.ts'
import { explainBuildFailure } from './explain-build-failure.ts'

/** Most explanations in a message; further ones often follow from the first. */
const MOST_LINES = 5

/** Reports that Slidev did not build a deck: one line for each reason, in the author's files. */
export class BuildError extends Error {
  override name = 'BuildError'
  /** Everything Slidev printed. */
  readonly output: string
  /** Empty where no reason is known. */
  readonly explanations: readonly Explanation[]

  constructor(deck: DeckModel, output: string) {
    const explanations = explainBuildFailure(deck, output)
    super(
      explanations.length > 0
        ? explanations.slice(0, MOST_LINES).map(describeExplanation).join('\n')
        : describeUnknown(deck, output),
    )
    this.output = output
    this.explanations = explanations
  }
}

/** Names the most telling line of the output, and keeps the whole of it in a file. */
function describeUnknown({ file }: DeckModel, output: string): string {
  const log = join(tmpdir(), `lectern-build-${process.pid}.log`)
  writeFileSync(log, output)
  return `${file} does not build: ${findReason(output)}. Slidev's whole output is in ${log}.`
}

/** Matches an error with its class, or after the name of a plugin; the bundler also says so how long plugins took. */
const REASON_RES = [/^(?:[A-Z]\w*)?Error(?: \[\w+\])?: .+/m, /^\[(?!PLUGIN_TIMINGS)[^\]]+\] .+/m]

/** Returns the line that says most about what went wrong, without its full stop. */
export function findReason(output: string): string {
  const told = output.slice(Math.max(0, output.lastIndexOf('Build failed with ')))
  const [reason = ''] = REASON_RES.flatMap((pattern) => pattern.exec(told)?.[0] ?? [])
  const lines = told.split('\n').filter((line) => /\w/.test(line) && !/^\s+at /.test(line))
  return (reason || (lines.at(-1) ?? 'Slidev ended without a word')).trim().replace(/\.$/, '')
}
