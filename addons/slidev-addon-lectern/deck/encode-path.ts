/** Returns a path of a site as browsers write it in an address: `/ü x/` is `/%C3%BC%20x/`, and stays so. */
export function encodePath(path: string): string {
  return new URL(path, 'http://localhost').pathname
}
