import type { NavOperations, ShortcutOptions } from '@slidev/types'

import type { EnlargedView } from '../client/figures/enlarged.ts'
import { askFigures } from '../client/figures/keys.ts'
import { openSearch } from '../client/search/open-search.ts'
import { keepSearchKey, SEARCH_KEY } from '../client/search/search-key.ts'

/**
 * Adds the keys of live figures, where `z` lets one fill the slide and `t` shows its values as a table, `/`, which
 * searches the talk, and `?`, which lists all keys.
 */
export default function setup(
  _operations: NavOperations,
  shortcuts: ShortcutOptions[],
): ShortcutOptions[] {
  const taken = new Set(shortcuts.map(({ key }) => key))
  const figure = (key: string, view: EnlargedView): ShortcutOptions => ({
    name: `figure_${view}`,
    key,
    fn: () => askFigures(view),
  })
  const own = [
    figure('z', 'drawing'),
    figure('t', 'table'),
    { name: 'search', key: SEARCH_KEY, fn: () => void openSearch() },
    { name: 'lectern_help', key: '?', fn: () => void openHelp() },
  ]
  if (!taken.has(SEARCH_KEY)) {
    keepSearchKey()
  }
  // A key that a theme or another addon has stays theirs.
  return [...shortcuts, ...own.filter(({ key }) => !taken.has(key))]
}

async function openHelp(): Promise<void> {
  const help = await import('../client/help/open-help.ts')
  help.openHelp()
}
