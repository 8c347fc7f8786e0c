import { useDarkMode } from '@slidev/client'

import { openSearch } from '../search/open-search.ts'

/**
 * Answers the keys of the article, which are those of slides where both have the same: `/` searches, `d` changes light and
 * dark mode, `?` lists the keys.
 *
 * @returns A function that ends it.
 */
export function followKeys(): () => void {
  const { isDark, isColorSchemaConfigured } = useDarkMode()
  const answers: Record<string, () => unknown> = {
    '/': openSearch,
    '?': async () => (await import('../help/open-help.ts')).openHelp(),
    d: () => {
      isDark.value = isColorSchemaConfigured.value ? isDark.value : !isDark.value
    },
  }
  const onKey = (event: KeyboardEvent): void => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    const isTyping =
      target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable], dialog')
    const answer = answers[key]
    if (answer && !isTyping && !ctrlKey && !metaKey && !altKey && !event.defaultPrevented) {
      event.preventDefault()
      void answer()
    }
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
