import { nameKeys } from './key-names.ts'
import { findKnown, SECTIONS } from './known-shortcuts.ts'
import type { KnownShortcut, Section } from './known-shortcuts.ts'

/** Part of Slidev's shortcuts that the help reads. */
export interface Shortcut {
  name?: string | undefined
  /** Name of the key; Slidev's own shortcuts have a computed state in its place. */
  key: unknown
  fn?: (() => void) | undefined
}

/** One line of the help. */
export interface HelpLine {
  does: string
  /** Ways to do it: keys that are pressed together. */
  ways: string[][]
}

/** Lines of the help under a heading. */
export interface HelpSection {
  title: Section
  lines: HelpLine[]
}

/**
 * Describes shortcuts, those that do the same in one line. Leaves out shortcuts that do nothing and those whose keys
 * cannot be read.
 */
export function describeShortcuts(shortcuts: readonly Shortcut[]): HelpSection[] {
  // Of two with the same key, Slidev takes the last.
  const taken = new Map(shortcuts.map((shortcut) => [shortcut.key, shortcut]))
  const described = [...taken.values()]
    .filter(({ fn }) => fn)
    .map(describe)
    .filter(({ keys }) => keys.length > 0)
    .toSorted((one, other) => one.place - other.place)
  const sections = SECTIONS.map((title): HelpSection => ({ title, lines: [] }))
  for (const { section, does, keys } of described) {
    const lines = sections.find(({ title }) => title === section)?.lines ?? []
    addWays(lines, does, keys.map(nameKeys))
  }
  return sections.filter(({ lines }) => lines.length > 0)
}

function describe({ name = '', key }: Shortcut): KnownShortcut {
  const known = findKnown(name)
  return {
    section: known?.section ?? 'More',
    does: known?.does ?? humanize(name),
    keys: typeof key === 'string' ? [key] : (known?.keys ?? []),
    place: known?.place ?? Infinity,
  }
}

function addWays(lines: HelpLine[], does: string, ways: readonly string[][]): void {
  const line = lines.find((other) => other.does === does)
  if (line) {
    line.ways.push(...ways)
  } else {
    lines.push({ does, ways: [...ways] })
  }
}

/** Writes the name of a shortcut as words: `toggle_camera` becomes `Toggle camera`. */
function humanize(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
  return words === '' ? 'Key of this deck' : words.charAt(0).toUpperCase() + words.slice(1)
}
