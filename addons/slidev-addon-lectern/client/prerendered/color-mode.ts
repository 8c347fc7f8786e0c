/**
 * Sets light or dark mode as Slidev does later: by the deck's scheme, the visitor's choice, and the system.
 */
export function decideMode(): void {
  const { classList, dataset } = document.documentElement
  let isDark = dataset['lecternScheme'] === 'dark'
  if (dataset['lecternScheme'] === 'auto') {
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
    // A browser that stores nothing throws.
    return null
  }
}
