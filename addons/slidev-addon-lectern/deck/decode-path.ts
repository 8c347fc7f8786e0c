/** Decodes the percent-encoding of a path; returns the path itself where the encoding is broken. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
