import type { NavOperations, ShortcutOptions } from '@slidev/types'

import type { EnlargedView } from '../client/figures/enlarged.ts'
import { askFigures } from '../client/figures/keys.ts'

/** Adds the keys of live figures: `z` lets one fill the slide, `t` shows its values as a table. */
export default function setup(
  _operations: NavOperations,
  shortcuts: ShortcutOptions[],
): ShortcutOptions[] {
  const taken = new Set(shortcuts.map(({ key }) => key))
  const own: [key: string, view: EnlargedView][] = [
    ['z', 'drawing'],
    ['t', 'table'],
  ]
  return [
    ...shortcuts,
    ...own
      // A key that a theme or another addon has stays theirs.
      .filter(([key]) => !taken.has(key))
      .map(([key, view]) => ({ name: `figure_${view}`, key, fn: () => askFigures(view) })),
  ]
}
