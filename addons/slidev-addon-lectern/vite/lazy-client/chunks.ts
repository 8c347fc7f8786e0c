import type { Plugin, Rolldown } from 'vite'

import { isOfLibrary } from './library.ts'
import { findClosure, findShared, STYLE_RE } from './module-graph.ts'
import type { GraphModule } from './module-graph.ts'
import { findClient, readClientPath } from './slidev-client.ts'

/** Modules of Slidev's client that every first page imports dynamically; in the entry's scripts they cost no round trip. */
export const FIRST_VIEWS: readonly string[] = ['pages/play.vue', 'internals/DrawingLayer.vue']

/** Lazy module that every first page imports dynamically. */
const FIRST_REPLACEMENT_RE = /\/client\/lazy\/drawing-controls\.ts$/

const SLIDE_RE = /__slidev_\d+\.md$/

/** Modules that replace Vue for libraries. */
const VUE_RE = /\/client\/lazy\/(?:vue-without-compiler|compile)\.ts$/

/** Type declarations for the code editor, each a module; Slidev also puts them into one script. */
const EDITOR_TYPES_RE = /^\/@slidev-monaco-types\/|\/@slidev\/monaco-types|\?monaco-types&raw$/

/** Greatest length of shared source that loads sooner with the entry than as a script of its own, in characters. */
const SMALL_SOURCE = 4000

/**
 * Bundles the modules that every first page needs into two scripts: `vendor` with the libraries, which stays
 * in a browser's cache when the deck is published again, and `app` with the rest. Other modules are loaded
 * when they are used, and each slide stays a script of its own.
 */
export function createChunks(): Plugin {
  let first = new Set<string>()
  return {
    name: 'lectern:lazy-chunks',
    apply: 'build',
    buildEnd() {
      const ids = [...this.getModuleIds()]
      const known = new Map<string, GraphModule>()
      const read = (id: string): GraphModule => {
        const module = known.get(id) ?? toGraphModule(this.getModuleInfo(id))
        known.set(id, module)
        return module
      }
      const views = ids.filter(
        (id) => isFirstView(id) || FIRST_REPLACEMENT_RE.test(id) || this.getModuleInfo(id)?.isEntry,
      )
      first = findClosure(views, read)
      const slides = ids.filter((id) => SLIDE_RE.test(id))
      const shared = findShared(slides, read, (id) => !isOfLibrary(id), first, SMALL_SOURCE)
      shared.forEach((id) => first.add(id))
      for (const line of describeMoved(ids)) {
        this.environment.logger.warn(line)
      }
    },
    outputOptions: (options): Rolldown.OutputOptions => ({
      ...options,
      // Slidev's own rules put Vue, the tooltips and the code highlighter into one script.
      manualChunks: undefined,
      codeSplitting: {
        groups: [
          {
            name: 'vendor',
            // Styles stay together, because their order matters.
            test: (id) =>
              first.has(id) && (isOfLibrary(id) || VUE_RE.test(id)) && !STYLE_RE.test(id),
            priority: 2,
          },
          { name: 'app', test: (id) => first.has(id), priority: 1 },
          { name: 'monaco/bundled-types', test: EDITOR_TYPES_RE },
        ],
      },
    }),
  }
}

function isFirstView(id: string): boolean {
  return FIRST_VIEWS.includes(readClientPath(id) ?? '')
}

/**
 * Describes each first view that Slidev has moved, in one line.
 *
 * @param ids - Paths of all modules of a build.
 */
export function describeMoved(ids: readonly string[]): string[] {
  const client = findClient(ids)
  return FIRST_VIEWS.filter((path) => client && !client.has(path)).map(
    (path) =>
      `[slidev-addon-lectern] ${path} cannot be loaded with the first page: ${client?.name} has no such module. ` +
      'The site works, but its first slide takes a round trip more. Update slidev-addon-lectern.',
  )
}

function toGraphModule(info: Rolldown.ModuleInfo | null): GraphModule {
  return {
    imports: info?.importedIds ?? [],
    // A getter, because reading the code copies it from the bundler.
    get size() {
      return info?.code?.length ?? 0
    },
  }
}
