import { isModule, REPLACEMENTS } from './lazy-modules.ts'
import type { Replacement } from './lazy-modules.ts'
import { findClient, readClientPath } from './slidev-client.ts'
import type { SlidevClient } from './slidev-client.ts'

/** Record of one build: which imports were replaced, and which were left as they are. */
export interface ReplacementRecord {
  /** Notes that the import was replaced. */
  apply: (replacement: Replacement, importer: string) => void
  /** Notes that the import was left, because the lighter module lacks names. */
  reject: (replacement: Replacement, importer: string, names: readonly string[]) => void
  /** Notes that the import has no replacement. */
  leave: (source: string, importer: string) => void
  /**
   * Describes each module that is not replaced everywhere, in one line.
   *
   * @param ids - Paths of all modules of the build.
   */
  describe: (ids: readonly string[]) => string[]
}

/** Creates an empty record. */
export function createReplacementRecord(): ReplacementRecord {
  const importersOf = new Map<Replacement, Set<string>>()
  const missesOf = new Map<Replacement, string[]>()
  const apply = (replacement: Replacement, importer: string): void => {
    const importers = importersOf.get(replacement) ?? new Set()
    importersOf.set(replacement, importers.add(toName(importer)))
  }
  const addMiss = (replacement: Replacement, miss: string): void => {
    missesOf.set(replacement, [...new Set([...(missesOf.get(replacement) ?? []), miss])])
  }
  return {
    apply,
    reject: (replacement, importer, names) => {
      apply(replacement, importer)
      const lacking = `${names.join(', ')}, which the replacement lacks`
      addMiss(replacement, `${toName(importer)} imports ${lacking}`)
    },
    leave: (source, importer) => {
      const path = readClientPath(importer)
      const replacement = REPLACEMENTS.find((each) => each.importers && isModule(each, source))
      if (path !== undefined && replacement && !replacement.keepers?.includes(path)) {
        addMiss(replacement, `${path} imports it as well`)
      }
    },
    describe: (ids) => {
      const client = findClient(ids)
      if (client === undefined) {
        return []
      }
      for (const replacement of REPLACEMENTS) {
        const importers = importersOf.get(replacement) ?? new Set()
        findUnused(replacement, importers, client).forEach((miss) => addMiss(replacement, miss))
      }
      return [...missesOf].map(([replacement, misses]) =>
        describeMisses(replacement, misses, client.name),
      )
    },
  }
}

/** Lists the expected imports that the build did not have. */
function findUnused(
  { module, importers }: Replacement,
  found: ReadonlySet<string>,
  client: SlidevClient,
): string[] {
  if (!importers) {
    return found.size > 0 ? [] : ['no module imports it']
  }
  return importers
    .filter((path) => !found.has(path))
    .flatMap((path) => {
      if (client.isBuilt(path)) {
        return [`${path} imports no ${module}`]
      }
      // Not every deck has every module of the client.
      return client.has(path) ? [] : [`there is no ${path}`]
    })
}

function describeMisses(
  { module, written, by }: Replacement,
  misses: readonly string[],
  version: string,
): string {
  return (
    `[slidev-addon-lectern] ${written ?? module} is not replaced by ${by} everywhere. ` +
    `In ${version}, ${misses.join('; ')}. The site works, but loads more script than it needs. ` +
    'Update slidev-addon-lectern.'
  )
}

/** Path within the client, or the whole path of another module. */
function toName(id: string): string {
  return readClientPath(id) ?? id
}
