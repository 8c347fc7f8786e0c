/**
 * Returns a choice of the visitor that the browser stored; nothing before, and in a browser that stores nothing.
 *
 * @param storage - Returns where it is stored; throws where that is forbidden, as in some frames.
 */
export function readStored(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null
  }
}
