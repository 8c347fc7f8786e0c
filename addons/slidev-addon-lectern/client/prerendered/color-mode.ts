import { readStored } from '../stored-choice.ts'

/**
 * Sets light or dark mode as Slidev does later: by the deck's scheme, the visitor's choice, and the system.
 */
export function decideMode(): void {
  const { classList, dataset } = document.documentElement
  let isDark = dataset['lecternScheme'] === 'dark'
  if (dataset['lecternScheme'] === 'auto') {
    const chosen = readStored(() => localStorage, 'slidev-color-schema')
    isDark =
      chosen === 'dark' ||
      (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  }
  classList.toggle('dark', isDark)
  classList.toggle('light', !isDark)
}
