import type { BuildVariables } from './build-variables.ts'
import { isPublicNote } from './public-notes.ts'
import type { DeckModel } from './read-deck.ts'

/** Variables of a site that everybody may see: without presenter mode, see `toHeadmatter`, and private notes. */
export const PUBLIC_VARIABLES: BuildVariables = { isPublic: true }

/**
 * Returns the options of `slidev build` for a site that everybody may see: without notes, or with them where the author
 * made some public. Then `setup/preparser.ts` drops the others, and no site is built without it.
 */
export function listPublicOptions({ slides, settings }: DeckModel): string[] {
  const hasPublic = slides.some(({ ownFrontmatter }) =>
    isPublicNote(ownFrontmatter, settings.publicNotes),
  )
  return hasPublic ? [] : ['--without-notes']
}
