/** The slide that the application shows; the others that it keeps are hidden. */
export function findShownSlide(): HTMLElement | undefined {
  const shown = document.querySelector<HTMLElement>(
    '#app .slidev-page:not([style*="display: none"])',
  )
  return shown ?? undefined
}
