import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { withLock } from '../output/lock.ts'
import { toEnvironment } from './build-variables.ts'
import type { BuildVariables } from './build-variables.ts'
import { runSlidev } from './run-slidev.ts'

/**
 * Builds a deck into a static site with Slidev's own command.
 *
 * @param entry - Absolute path of the deck's Markdown file.
 * @param out - Absolute path of the folder to write.
 * @param options - Further options of `slidev build`, such as `['--base', '/talks/x/']`.
 * @param settings - What the deck's own setup is told.
 * @param log - Gets one line when another build in the same folder has to end first.
 * @returns Everything Slidev printed, warnings included.
 * @throws {Error} with everything Slidev printed when it fails.
 */
export async function buildDeck(
  entry: string,
  out: string,
  options: readonly string[] = [],
  settings: BuildVariables = {},
  log: (line: string) => void = console.warn,
): Promise<string> {
  const args = ['build', entry, '--out', out, ...options]
  const folder = dirname(entry)
  const work = { description: `building ${entry}`, log }
  const { code, output } = await withLock(buildLockOf(folder), work, async () =>
    // Vue warns and checks in what is built under any other name, and is half as large again.
    runSlidev(args, folder, { ...toEnvironment(settings), NODE_ENV: 'production' }),
  )
  if (code !== 0) {
    throw new Error(`"slidev build" ended with ${code}:\n${output.trim()}`)
  }
  return output
}

/**
 * Path of the lock for builds in a folder: Slidev keeps files in its `node_modules`, which two builds at once
 * would overwrite for each other.
 */
export function buildLockOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `deck-build-${name}.lock`)
}

/** A message of an addon or of Slidev, with the lines that belong to it. */
const WARNING_RE = /^\[[\w-]*slidev[\w-]*\] .*(?:\n {2}.*)*/gm

/** The warnings in what Slidev printed, each whole. */
export function readWarnings(output: string): string[] {
  return output.match(WARNING_RE) ?? []
}
