/** A part of the talk: from one section slide to the next. */
export interface Section {
  /** Title of the section slide; empty for the slides before the first one. */
  title: string
  /** Number of the first slide, from 1. */
  first: number
  /** Number of slides. */
  count: number
}

/** What the sections are told from. */
export interface SectionSlide {
  /** The slide's layout as the author wrote it. */
  layout?: string
  title?: string
}

/** The layout that begins a section. */
const SECTION_LAYOUT = 'cover'

/**
 * The sections of a deck, in order: each slide with `layout: cover` begins one. The title slide, which
 * Slidev lays out as a cover without being told, does not.
 *
 * @param slides - All slides in order.
 */
export function findSections(slides: readonly SectionSlide[]): Section[] {
  const sections: Section[] = []
  for (const [index, slide] of slides.entries()) {
    const last = sections.at(-1)
    const isSectionSlide = slide.layout === SECTION_LAYOUT && index > 0
    if (!last || isSectionSlide) {
      const title = isSectionSlide ? (slide.title ?? '') : ''
      sections.push({ title, first: index + 1, count: 1 })
    } else {
      last.count += 1
    }
  }
  return sections
}

/**
 * How much of a section has been shown.
 *
 * @param page - Number of the current slide, from 1.
 * @returns Share from 0 to 1; the current slide counts as shown.
 */
export function shareShown(section: Section, page: number): number {
  return Math.min(1, Math.max(0, (page - section.first + 1) / section.count))
}
