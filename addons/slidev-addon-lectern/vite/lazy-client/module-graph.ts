/** A module with its static imports. */
export interface GraphModule {
  /** Paths of the modules that it imports statically. */
  imports: readonly string[]
  /** Length of its code. */
  size: number
}

/** Collects modules and everything they import, directly or indirectly. */
export function findClosure(
  roots: readonly string[],
  read: (id: string) => GraphModule,
): Set<string> {
  const found = new Set<string>()
  const waiting = [...roots]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!found.has(id)) {
      found.add(id)
      waiting.push(...read(id).imports)
    }
  }
  return found
}

/** Matches the path of a style module. */
export const STYLE_RE = /\.css$|[?&]type=style\b/

/**
 * Finds the small modules that several slides share: layouts and components with their imports.
 *
 * @param isCandidate - Whether a module may be among them.
 * @param present - Modules that are loaded anyway.
 * @param limit - Greatest length of the code of a module with its imports.
 */
export function findShared(
  slides: readonly string[],
  read: (id: string) => GraphModule,
  isCandidate: (id: string) => boolean,
  present: ReadonlySet<string>,
  limit: number,
): Set<string> {
  const findMissing = (root: string): string[] =>
    [...findClosure([root], read)].filter((id) => !present.has(id))
  const counts = new Map<string, number>()
  for (const id of slides.flatMap(findMissing).filter(isCandidate)) {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const small = [...counts]
    .filter(([, count]) => count > 1)
    .map(([id]) => findMissing(id))
    .filter((modules) => modules.reduce((sum, id) => sum + read(id).size, 0) <= limit)
    .filter((modules) => !modules.some((id) => STYLE_RE.test(id)))
  return new Set(small.flat())
}
