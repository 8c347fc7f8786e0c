import { useDarkMode } from '@slidev/client'
import setupShortcuts from '@slidev/client/setup/shortcuts.ts'
import { FIGURES } from 'virtual:lectern-figures'
import { h } from 'vue'

import { createOpener } from '../open-dialog.ts'
import { describeShortcuts } from './describe-shortcuts.ts'
import type { Shortcut } from './describe-shortcuts.ts'
import { HelpDialog } from './help-dialog.ts'

/** Shortcuts that the reading view has, see `client/reading/follow-keys.ts`. */
const READING_KEYS: ReadonlySet<string> = new Set(['toggle_dark', 'search', 'lectern_help'])

/** Shows the keys of this deck until the visitor closes the list. */
export const openHelp = createOpener((close) =>
  h(HelpDialog, { sections: describeShortcuts(listShortcuts()), onClose: close }),
)

/** Lists the shortcuts that do something in this deck and this window. */
function listShortcuts(): Shortcut[] {
  const { isColorSchemaConfigured } = useDarkMode()
  const idle = new Set([
    ...(isColorSchemaConfigured.value ? ['toggle_dark'] : []),
    ...(Object.keys(FIGURES).length === 0 ? ['figure_drawing', 'figure_table'] : []),
  ])
  const isReading = document.querySelector('#lectern-read') !== null
  const own = setupShortcuts().filter(
    ({ name = '' }) => !idle.has(name) && (!isReading || READING_KEYS.has(name)),
  )
  // Slidev adds this one to the list that it registers.
  const fullscreen = { name: 'fullscreen', key: 'f', fn: () => {} }
  return document.fullscreenEnabled && !isReading ? [...own, fullscreen] : own
}
