import { findClient, readClientPath } from './slidev-client.ts'
import type { SlidevClient } from './slidev-client.ts'
import { isModule, SWAPS } from './swaps.ts'
import type { Swap } from './swaps.ts'

/** Record of one build: which swaps took place, and which imports were left as they are. */
export interface SwapRecord {
  /** The import was replaced. */
  apply: (swap: Swap, importer: string) => void
  /** The import was left, because the replacement lacks names. */
  reject: (swap: Swap, importer: string, names: readonly string[]) => void
  /** No swap stands for the import. */
  leave: (source: string, importer: string) => void
  /**
   * Tells what the swaps missed, in one line each.
   *
   * @param ids - Paths of all modules of the build.
   */
  describe: (ids: readonly string[]) => string[]
}

/** An empty record. */
export function createSwapRecord(): SwapRecord {
  const importersOf = new Map<Swap, Set<string>>()
  const seenOf = new Map<Swap, string[]>()
  const apply = (swap: Swap, importer: string): void => {
    importersOf.set(swap, (importersOf.get(swap) ?? new Set()).add(toName(importer)))
  }
  const see = (swap: Swap, seen: string): void => {
    seenOf.set(swap, [...new Set([...(seenOf.get(swap) ?? []), seen])])
  }
  return {
    apply,
    reject: (swap, importer, names) => {
      apply(swap, importer)
      see(swap, `${toName(importer)} imports ${names.join(', ')}, which the replacement lacks`)
    },
    leave: (source, importer) => {
      const path = readClientPath(importer)
      const swap = SWAPS.find((each) => each.importers && isModule(each, source))
      if (path !== undefined && swap && !swap.keepers?.includes(path)) {
        see(swap, `${path} imports it as well`)
      }
    },
    describe: (ids) => {
      const client = findClient(ids)
      if (client === undefined) {
        return []
      }
      for (const swap of SWAPS) {
        const applied = importersOf.get(swap) ?? new Set()
        findUnused(swap, applied, client).forEach((seen) => see(swap, seen))
      }
      return [...seenOf].map(([swap, seen]) => describeMiss(swap, seen, client.name))
    },
  }
}

/** Imports that a swap was made for and that the build did not have though it should. */
function findUnused(
  { module, importers }: Swap,
  seen: ReadonlySet<string>,
  client: SlidevClient,
): string[] {
  if (!importers) {
    return seen.size > 0 ? [] : ['no module imports it']
  }
  return importers
    .filter((path) => !seen.has(path))
    .flatMap((path) => {
      if (client.isBuilt(path)) {
        return [`${path} imports no ${module}`]
      }
      // Not every deck has every module of the client.
      return client.has(path) ? [] : [`there is no ${path}`]
    })
}

function describeMiss(
  { module, written, to }: Swap,
  seen: readonly string[],
  version: string,
): string {
  return (
    `[slidev-lean] ${written ?? module} is not replaced by ${to} everywhere. ` +
    `In ${version}, ${seen.join('; ')}. The site works, but loads more script than it needs. ` +
    'Use a tested version of Slidev, or adapt tools/lean/swaps.ts.'
  )
}

/** Path within the client, or the whole path of another module. */
function toName(id: string): string {
  return readClientPath(id) ?? id
}
