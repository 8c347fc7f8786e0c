/** Finds the slide that the application shows; the other mounted slides are hidden. */
export function findShownSlide(): HTMLElement | undefined {
  const shown = document.querySelector<HTMLElement>(
    '#app .slidev-page:not([style*="display: none"])',
  )
  return shown ?? undefined
}
