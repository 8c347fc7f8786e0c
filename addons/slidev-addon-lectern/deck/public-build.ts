import type { BuildVariables } from './build-variables.ts'
import { isPublicNote } from './public-notes.ts'
import type { DeckModel, SlideModel } from './read-deck.ts'

/** Variables of a site that everybody may see: without presenter mode, see `toHeadmatter`, and private notes. */
export const PUBLIC_VARIABLES: BuildVariables = { isPublic: true }

/**
 * Returns the options of `slidev build` for a site that everybody may see: without notes, or with them where the author
 * made some public. Then `setup/preparser.ts` drops the others, and no site is built without it.
 */
export function listPublicOptions(deck: DeckModel): string[] {
  return listPublicSlides(deck).length > 0 ? [] : ['--without-notes']
}

/** Tells whether a site that everybody may see has notes: those that the author made public. */
export function hasPublicNotes(deck: DeckModel): boolean {
  return listPublicSlides(deck).some(({ noteLines }) => noteLines.length > 0)
}

/** Lists the slides whose note is public, if they have one. */
function listPublicSlides({ slides, settings }: DeckModel): SlideModel[] {
  return slides.filter(({ ownFrontmatter }) => isPublicNote(ownFrontmatter, settings.publicNotes))
}
