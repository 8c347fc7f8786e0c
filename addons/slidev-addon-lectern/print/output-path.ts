import { basename, join } from 'node:path'

import type { DeckModel } from '../deck/read-deck.ts'

/** Matches the ending of an output, which an `exportFilename` may have. */
const ENDING_RE = /\.(?:pdf|png|pptx)$/i

/** Returns the name of a deck's outputs: its `exportFilename`, or that of its file. */
export function outputName({ headmatter, entry }: Pick<DeckModel, 'headmatter' | 'entry'>): string {
  const named: unknown = headmatter['exportFilename']
  const isName = (typeof named === 'string' && named.trim() !== '') || typeof named === 'number'
  return isName ? String(named).trim().replace(ENDING_RE, '') : basename(entry, '.md')
}

/** Returns the path of a deck's output, from the project's folder, where the author names none. */
export function defaultOutput(
  deck: Pick<DeckModel, 'headmatter' | 'entry'>,
  ending: string,
): string {
  return join('out', `${outputName(deck)}${ending}`)
}
