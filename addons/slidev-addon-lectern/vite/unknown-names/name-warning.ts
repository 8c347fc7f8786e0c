import { relative } from 'node:path'

import type { SourceSlideInfo } from '@slidev/types'

import { describeExplanation } from '../../deck/explanation.ts'
import { suggestName } from '../../deck/nearest-name.ts'

/** Slide as Slidev has parsed it. */
export interface ParsedSlide {
  frontmatter: Readonly<Record<string, unknown>>
  source: Readonly<Pick<SourceSlideInfo, 'filepath' | 'start' | 'raw'>>
}

/** Deck whose names are checked. */
export interface NamedDeck {
  slides: readonly ParsedSlide[]
  /** Folder of the deck. */
  userRoot: string
  /** Folders of the theme, of addons and of the deck. */
  roots: readonly string[]
  /** Folder of the package `@slidev/client`. */
  clientRoot: string
}

/** Asks whether a similar name was meant; says something else where there is none. */
export function suggest(typed: string, known: readonly string[], otherwise: string): string {
  const name = suggestName(typed, known)
  return name === undefined ? otherwise : `Did you mean ${name}?`
}

/** Returns the 1-based line of a slide that a test finds, or its first one. */
export function findLine({ source }: ParsedSlide, isFound: (line: string) => boolean): number {
  const index = source.raw.split('\n').findIndex(isFound)
  return source.start + Math.max(index, 0) + 1
}

/** Writes a warning that `deck/build-warnings.ts` reads. */
export function warn(
  { userRoot }: Pick<NamedDeck, 'userRoot'>,
  { source }: ParsedSlide,
  line: number,
  told: Pick<Parameters<typeof describeExplanation>[0], 'seen' | 'expected' | 'fix'>,
): string {
  const file = relative(userRoot, source.filepath).replaceAll('\\', '/')
  return `[slidev-addon-lectern] ${describeExplanation({ check: 'console', file, line, ...told })}`
}
