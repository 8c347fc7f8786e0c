/**
 * Prints the article in the colors of light mode, because paper is white.
 *
 * @returns A function that ends it.
 */
export function printInLight(): () => void {
  const { classList } = document.documentElement
  let wasDark = false
  const before = (): void => {
    wasDark = classList.contains('dark')
    classList.remove('dark')
  }
  const after = (): void => {
    classList.toggle('dark', wasDark)
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}
