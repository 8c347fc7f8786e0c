/** Part of the talk: from one section slide to the next. */
export interface Section {
  /** Title of the section slide; empty for the slides before the first one. */
  title: string
  /** Number of the first slide, from 1. */
  first: number
  /** Number of slides. */
  count: number
}

/** Facts of a slide that decide where a section begins. */
export interface SectionSlide {
  /** The slide's layout as the author wrote it. */
  layout?: string
  title?: string
}

/**
 * Returns the sections of a deck, in order. The title slide begins none, whatever its layout.
 *
 * @param slides - All slides in order.
 * @param layouts - Layouts that begin a section.
 */
export function findSections(
  slides: readonly SectionSlide[],
  layouts: readonly string[],
): Section[] {
  const sections: Section[] = []
  for (const [index, slide] of slides.entries()) {
    const last = sections.at(-1)
    const isSectionSlide = index > 0 && layouts.includes(slide.layout ?? '')
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
 * Returns the share of a section that has been shown, from 0 to 1. The current slide counts as shown.
 *
 * @param page - Number of the current slide, from 1.
 */
export function shareShown(section: Section, page: number): number {
  return Math.min(1, Math.max(0, (page - section.first + 1) / section.count))
}
