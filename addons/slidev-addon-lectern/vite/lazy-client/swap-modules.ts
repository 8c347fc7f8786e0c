import { readFileSync } from 'node:fs'

import type { Plugin } from 'vite'

import { ALL_NAMES, readExports, readImports } from './module-names.ts'
import { withoutQuery } from './slidev-client.ts'
import { createSwapRecord } from './swap-record.ts'
import { findReplacement, findSwap, isModule, SWAPS } from './swaps.ts'
import type { Swap } from './swaps.ts'

/** Imports that a swap may stand for. */
const SOURCES_RE = SWAPS.map(
  ({ module }) => new RegExp(`(?:^|/)${module.replaceAll('.', String.raw`\.`)}$`),
)

/** Modules of Slidev's client, whose imports are replaced. */
const CLIENT_RE = /\/@slidev\/client\//

/**
 * Puts light modules in the place of those that are not needed for showing a slide, and says at the end of a
 * build which ones Slidev has moved, so that none is loaded again without a word.
 */
export function createSwaps(): Plugin {
  let record = createSwapRecord()
  const imports = new Map<string, ReturnType<typeof readImports>>()
  const offered = new Map<Swap, ReadonlySet<string>>()
  /** Names that an importer needs and the replacement lacks. */
  const findMissing = (swap: Swap, importer: string, replacement: string): string[] => {
    const names = offered.get(swap) ?? readExports(readFileSync(replacement, 'utf8'))
    offered.set(swap, names)
    const needed = imports.get(importer)?.filter(({ source }) => isModule(swap, source)) ?? []
    return names.has(ALL_NAMES)
      ? []
      : needed.flatMap((each) => each.names).filter((name) => !names.has(name))
  }
  return {
    name: 'deck:lean-swaps',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      record = createSwapRecord()
      imports.clear()
    },
    transform: {
      // Compiled: an import that is left is used. A module's own imports are resolved after this.
      order: 'post',
      filter: { id: CLIENT_RE },
      handler(code, id) {
        const path = withoutQuery(id)
        imports.set(path, [...(imports.get(path) ?? []), ...readImports(code)])
      },
    },
    resolveId: {
      order: 'pre',
      filter: { id: SOURCES_RE },
      async handler(source, id, options) {
        if (id === undefined) {
          return undefined
        }
        const importer = withoutQuery(id)
        const swap = findSwap(source, importer)
        if (!swap) {
          record.leave(source, importer)
          return undefined
        }
        const resolved = await this.resolve(findReplacement(swap), id, options)
        const missing = resolved ? findMissing(swap, importer, withoutQuery(resolved.id)) : []
        if (missing.length > 0) {
          record.reject(swap, importer, missing)
          return undefined
        }
        record.apply(swap, importer)
        return resolved
      },
    },
    buildEnd(error) {
      if (error) {
        return
      }
      const ids = [...this.getModuleIds()].map(withoutQuery)
      for (const line of record.describe(ids)) {
        // Past the bundler, which adds lines of its own; `npm run build` passes on what begins like this.
        this.environment.logger.warn(line)
      }
    },
  }
}
