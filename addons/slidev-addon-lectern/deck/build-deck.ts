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
 * @param log - Gets one line when another build in the same folder has to end first.
 * @returns Everything Slidev printed, warnings included.
 * @throws {Error} with everything Slidev printed when it fails.
 */
export async function buildDeck(
  entry: string,
  out: string,
  options: readonly string[] = [],
  variables: BuildVariables = {},
  log: (line: string) => void = console.warn,
): Promise<string> {
  const args = ['build', entry, '--out', out, ...options]
  const folder = dirname(entry)
  const work = { description: `building ${entry}`, log }
  const { code, output } = await withLock(buildLockOf(folder), work, async () =>
    // Any other value ships Vue's development build, which is 50 % larger.
    runSlidev(args, folder, { ...toEnvironment(variables), NODE_ENV: 'production' }),
  )
  if (code !== 0) {
    throw new Error(`"slidev build" ended with ${code}:\n${output.trim()}`)
  }
  return output
}

/**
 * Returns the path of the lock for builds in a folder. Two builds at once would overwrite each other's files, which
 * Slidev keeps in the `node_modules` of the folder.
 */
export function buildLockOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `lectern-build-${name}.lock`)
}

/** Matches a warning of Slidev or an addon, with the indented lines that belong to it. */
const WARNING_RE = /^\[[\w-]*slidev[\w-]*\] .*(?:\n {2}.*)*/gm

/** Returns the warnings in the output of a build, each with all its lines. */
export function readWarnings(output: string): string[] {
  return output.match(WARNING_RE) ?? []
}
