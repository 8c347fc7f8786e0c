import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { withLock } from '../output/lock.ts'
import { BuildError } from './build-failure/build-error.ts'
import { toEnvironment } from './build-variables.ts'
import type { BuildVariables } from './build-variables.ts'
import type { DeckModel } from './read-deck.ts'
import { runSlidev } from './run-slidev.ts'

/**
 * Builds a deck into a static site with Slidev's own command.
 *
 * @param out - Absolute path of the folder to write.
 * @param options - Further options of `slidev build`, such as `['--base', '/talks/x/']`.
 * @param log - Gets one line when another build in the same folder has to end first.
 * @returns Everything Slidev printed, warnings included.
 * @throws {BuildError} when it fails.
 */
export async function buildDeck(
  deck: DeckModel,
  out: string,
  options: readonly string[] = [],
  variables: BuildVariables = {},
  log: (line: string) => void = console.warn,
): Promise<string> {
  const { entry, folder } = deck
  const args = ['build', entry, '--out', out, ...options]
  const work = { description: `building ${entry}`, log }
  const { code, output } = await withLock(buildLockOf(folder), work, async () =>
    // Any other value ships Vue's development build, which is 50 % larger.
    runSlidev(args, folder, { ...toEnvironment(variables), NODE_ENV: 'production' }),
  )
  if (code !== 0) {
    throw new BuildError(deck, output)
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
