/**
 * Shows the page light or dark, as Slidev decides it later: by the deck's scheme, what the visitor chose, and
 * the system.
 */
export function decideMode(): void {
  const { classList, dataset } = document.documentElement
  let isDark = dataset['deckScheme'] === 'dark'
  if (dataset['deckScheme'] === 'auto') {
    const chosen = readChosenScheme()
    isDark =
      chosen === 'dark' ||
      (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  }
  classList.toggle('dark', isDark)
  classList.toggle('light', !isDark)
}

function readChosenScheme(): string | null {
  try {
    return localStorage.getItem('slidev-color-schema')
  } catch {
    // Not to be read where the browser keeps nothing.
    return null
  }
}
