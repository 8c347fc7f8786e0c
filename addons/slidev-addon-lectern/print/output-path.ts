import { basename, join } from 'node:path'

import type { DeckModel } from '../deck/read-deck.ts'

/** Returns the name of a deck's outputs: its `exportFilename`, or that of its file. */
export function outputName({ headmatter, entry }: DeckModel): string {
  const named: unknown = headmatter['exportFilename']
  return typeof named === 'string' && named !== '' ? named : basename(entry, '.md')
}

/** Returns the path of a deck's output, from the project's folder, where the author names none. */
export function defaultOutput(deck: DeckModel, ending: string): string {
  return join('out', `${outputName(deck)}${ending}`)
}
