import { dirname } from 'node:path'

import { runSlidev } from './slidev.ts'

/**
 * Builds a deck into a static site with Slidev's own command.
 *
 * @param entry - Absolute path of the deck's Markdown file.
 * @param out - Absolute path of the folder to write.
 * @param options - Further options of `slidev build`, such as `['--base', '/talks/x/']`.
 * @returns Everything Slidev printed, warnings included.
 * @throws {Error} with everything Slidev printed when it fails.
 */
export async function buildSite(
  entry: string,
  out: string,
  options: readonly string[] = [],
): Promise<string> {
  const args = ['build', entry, '--out', out, ...options]
  const { code, output } = await runSlidev(args, dirname(entry))
  if (code !== 0) {
    throw new Error(`"slidev build" ended with ${code}:\n${output.trim()}`)
  }
  return output
}
