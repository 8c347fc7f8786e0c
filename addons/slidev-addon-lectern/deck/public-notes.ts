import { isRecord } from './settings.ts'

/**
 * Tells whether the author made the note of a slide public: in the slide's own frontmatter, or else for the whole deck.
 *
 * @param frontmatter - Of the slide as its file has it, without that of a slide that imports it.
 * @param isPublicDeck - The deck's own setting.
 */
export function isPublicNote(
  frontmatter: Readonly<Record<string, unknown>>,
  isPublicDeck: boolean,
): boolean {
  const { lectern } = frontmatter
  const own = isRecord(lectern) ? lectern['publicNotes'] : undefined
  // A value that is not understood publishes nothing.
  return own === undefined ? isPublicDeck : own === true
}
