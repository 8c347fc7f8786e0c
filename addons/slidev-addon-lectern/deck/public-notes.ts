import { isRecord, SettingsError } from './settings.ts'

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
  return typeof own === 'boolean' ? own : isPublicDeck
}

/**
 * Checks the settings of a slide that is not the first one.
 *
 * @throws {SettingsError} when anything but `publicNotes: true` or `false` is set.
 */
export function checkSlideSettings({ lectern }: Readonly<Record<string, unknown>>): void {
  const isKnown =
    isRecord(lectern) &&
    Object.entries(lectern).every(
      ([key, value]) => key === 'publicNotes' && typeof value === 'boolean',
    )
  if (lectern !== undefined && lectern !== null && !isKnown) {
    throw new SettingsError(
      `A slide's frontmatter has "lectern: ${JSON.stringify(lectern)}". Expected "publicNotes: true" or ` +
        '"publicNotes: false", the only setting of one slide. Write the others in the headmatter.',
    )
  }
}
