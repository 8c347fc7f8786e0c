/** Part of the talk: from one section slide to the next. */
export interface Section {
  /** Title of the section; empty for the slides before the first one. */
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
  /** Value of `section` in the slide's frontmatter. */
  section?: unknown
}

/** Matches the title of a slide that begins the part after the talk. */
const APPENDIX_RE = /^(?:appendix|appendices|backup(?: slides)?)$/i

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
    const title = last && readTitle(slide, layouts, last.title)
    if (!last || title !== undefined) {
      sections.push({ title: title ?? '', first: index + 1, count: 1 })
    } else {
      last.count += 1
    }
  }
  return sections
}

/** Whether a value of `section` in a slide's frontmatter is understood: a name, or whether a section begins. */
export function isSection(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '')
}

/**
 * Returns the title of the section that a slide begins; `undefined` where it begins none.
 *
 * @param current - Title of the section before it, which does not begin a second time by its name alone.
 */
function readTitle(
  { layout = '', title = '', section }: SectionSlide,
  layouts: readonly string[],
  current: string,
): string | undefined {
  if (typeof section === 'boolean') {
    return section ? title : undefined
  }
  if (typeof section === 'string' && isSection(section)) {
    return section === current ? undefined : section
  }
  if (layouts.includes(layout)) {
    return title
  }
  return APPENDIX_RE.test(title) && title !== current ? title : undefined
}

/**
 * Returns the share of a section that has been shown, from 0 to 1. The current slide counts as shown.
 *
 * @param page - Number of the current slide, from 1.
 */
export function shareShown(section: Section, page: number): number {
  return Math.min(1, Math.max(0, (page - section.first + 1) / section.count))
}
