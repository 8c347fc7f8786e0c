/** Headings of the help, in their order. */
export const SECTIONS = ['Slides', 'View', 'Figures', 'In the overview', 'More'] as const

/** One of {@link SECTIONS}. */
export type Section = (typeof SECTIONS)[number]

/** Shortcuts that do the same. */
interface KnownLine {
  section: Section
  does: string
  /**
   * Keys by the name of the shortcut. They are Slidev's, whose shortcuts have a computed state in place of a key; a
   * shortcut with a key of its own is shown with that.
   */
  names: Readonly<Record<string, readonly string[]>>
}

const LINES: readonly KnownLine[] = [
  {
    section: 'Slides',
    does: 'Next step',
    names: { next_right: ['right'], next_space: ['space'], next_page_key: ['pageDown'] },
  },
  {
    section: 'Slides',
    does: 'Previous step',
    names: { prev_left: ['left'], prev_space: ['shift+space'], prev_page_key: ['pageUp'] },
  },
  {
    section: 'Slides',
    does: 'Next slide',
    names: { next_down: ['down'], next_shift: ['shift+right'] },
  },
  {
    section: 'Slides',
    does: 'Previous slide',
    names: { prev_up: ['up'], prev_shift: ['shift+left'] },
  },
  { section: 'Slides', does: 'Go to a slide by number or title', names: { goto: ['g'] } },
  { section: 'Slides', does: 'Search the talk', names: { search: [] } },
  { section: 'View', does: 'Overview of the slides', names: { toggle_overview: ['o', '`'] } },
  { section: 'View', does: 'Light or dark', names: { toggle_dark: ['d'] } },
  { section: 'View', does: 'Full screen', names: { fullscreen: [] } },
  { section: 'View', does: 'These keys', names: { lectern_help: [] } },
  { section: 'Figures', does: 'Enlarge the figure', names: { figure_drawing: [] } },
  { section: 'Figures', does: 'Values of the figure as a table', names: { figure_table: [] } },
  {
    section: 'In the overview',
    does: 'Choose a slide',
    names: {
      prev_overview: ['left'],
      next_overview: ['right'],
      up_overview: ['up'],
      down_overview: ['down'],
    },
  },
  { section: 'In the overview', does: 'Open the slide', names: { goto_from_overview: ['enter'] } },
  { section: 'In the overview', does: 'Close the overview', names: { hide_overview: ['escape'] } },
]

/** Words for a shortcut. */
export interface KnownShortcut extends Pick<KnownLine, 'section' | 'does'> {
  keys: readonly string[]
  /** Place among all known shortcuts. */
  place: number
}

/** Finds the words for a shortcut by its name; a deck may have others. */
export function findKnown(name: string): KnownShortcut | undefined {
  const place = LINES.findIndex(({ names }) => Object.hasOwn(names, name))
  const line = LINES[place]
  return line && { section: line.section, does: line.does, keys: line.names[name] ?? [], place }
}
