import { readFileSync } from 'node:fs'

import type { Plugin } from 'vite'

import { findReplacement, isModule, REPLACEMENTS, resolveReplacement } from './lazy-modules.ts'
import type { Replacement } from './lazy-modules.ts'
import { ALL_NAMES, readExports, readImports } from './module-names.ts'
import { createReplacementRecord } from './replacement-record.ts'
import { withoutQuery } from './slidev-client.ts'

/** Imports that may be replaced. */
const SOURCES_RE = REPLACEMENTS.map(
  ({ module }) => new RegExp(`(?:^|/)${module.replaceAll('.', String.raw`\.`)}$`),
)

/** Modules of Slidev's client, whose imports are replaced. */
const CLIENT_RE = /\/@slidev\/client\//

/**
 * Replaces modules that showing a slide does not need by lighter ones. At the end of a build, reports the
 * modules that Slidev has moved, because otherwise they would be loaded again unnoticed.
 */
export function replaceModules(): Plugin {
  let record = createReplacementRecord()
  const imports = new Map<string, ReturnType<typeof readImports>>()
  const offered = new Map<Replacement, ReadonlySet<string>>()
  /** Lists the names that an importer needs and the lighter module lacks. */
  const findMissing = (replacement: Replacement, importer: string, path: string): string[] => {
    const names = offered.get(replacement) ?? readExports(readFileSync(path, 'utf8'))
    offered.set(replacement, names)
    const needed =
      imports.get(importer)?.filter(({ source }) => isModule(replacement, source)) ?? []
    return names.has(ALL_NAMES)
      ? []
      : needed.flatMap((each) => each.names).filter((name) => !names.has(name))
  }
  return {
    name: 'lectern:replace-modules',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      record = createReplacementRecord()
      imports.clear()
    },
    transform: {
      // After compilation, which removes unused imports. A module's own imports are resolved after this.
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
        const replacement = findReplacement(source, importer)
        if (!replacement) {
          record.leave(source, importer)
          return undefined
        }
        const resolved = await this.resolve(resolveReplacement(replacement), id, options)
        const missing = resolved
          ? findMissing(replacement, importer, withoutQuery(resolved.id))
          : []
        if (missing.length > 0) {
          record.reject(replacement, importer, missing)
          return undefined
        }
        record.apply(replacement, importer)
        return resolved
      },
    },
    buildEnd(error) {
      if (error) {
        return
      }
      const ids = [...this.getModuleIds()].map(withoutQuery)
      for (const line of record.describe(ids)) {
        // The bundler's own warnings have more lines; `lectern build` passes on lines that begin like this one.
        this.environment.logger.warn(line)
      }
    },
  }
}
