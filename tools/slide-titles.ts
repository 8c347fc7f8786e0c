import { toPlainTitle } from '../addons/slidev-addon-addon/markdown/plain-title.ts'
import type { DeckModel } from './slide-model.ts'

/**
 * The titles of a deck as its audience reads them, without Markdown.
 *
 * @returns The first slide's first; empty for a slide without title.
 */
export function listTitles({ slides }: DeckModel): string[] {
  return slides.map(({ title }) => toPlainTitle(title))
}
