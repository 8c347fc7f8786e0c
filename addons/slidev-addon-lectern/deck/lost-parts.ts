import type { SlidevData } from '@slidev/types'

import type { Explanation } from './explanation.ts'
import { nameFile } from './find-deck.ts'
import { findLostText } from './yaml-slips.ts'

/**
 * Explains what Slidev's parser leaves out of a deck: imports that are not there, and text that it takes for
 * frontmatter.
 *
 * @param folder - Folder of the deck's entry, which imports are named relative to.
 */
export function findLostParts(
  { filepath, raw, slides, errors = [] }: SlidevData['entry'],
  folder: string,
  workingFolder: string,
): Explanation[] {
  const file = nameFile(filepath, workingFolder)
  return [
    ...errors.map(({ row, message }) => ({
      check: 'links' as const,
      file,
      line: findImport(raw.split('\n'), row) + 1,
      // Slidev writes slashes on every system.
      seen: `Slidev skips this import: ${message.replaceAll(`${folder.replaceAll('\\', '/')}/`, '')}`,
      expected: 'a file that exists',
      fix: 'Correct the path after "src:", or put the file there.',
    })),
    ...slides.flatMap((slide) => findLostText(slide, file)),
  ]
}

/** Returns the 0-based line of a slide's `src:`, or the slide's first line. */
function findImport(lines: readonly string[], start: number): number {
  const found = lines.findIndex((line, index) => index >= start && line.startsWith('src:'))
  return found === -1 ? start : found
}
