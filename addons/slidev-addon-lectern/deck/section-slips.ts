import { placeKey } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { DeckModel } from './read-deck.ts'
import { isSection } from './sections.ts'

/** Finds values of `section` in the frontmatter of slides that begin no section, because they are not understood. */
export function findSectionSlips(deck: DeckModel): Explanation[] {
  return deck.slides
    .filter(({ frontmatter }) => 'section' in frontmatter && !isSection(frontmatter['section']))
    .map((slide) => ({
      check: 'links',
      ...placeKey(deck, slide, 'section'),
      seen: `"section" is ${JSON.stringify(slide.frontmatter['section'])}, and begins no section`,
      expected: 'the name of the section, true or false',
      fix: 'Write "section: Appendix", with quotation marks around a number, or remove the line.',
    }))
}
