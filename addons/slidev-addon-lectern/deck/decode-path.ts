/** A path without percent signs for its letters; as it is where it is no such encoding. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
