import type { Plugin, Rolldown } from 'vite'

import { isOfLibrary } from './library.ts'
import { findClosure, findShared, STYLE_RE } from './module-graph.ts'
import type { GraphModule } from './module-graph.ts'
import { findClient, readClientPath } from './slidev-client.ts'

/** Modules of Slidev's client that each first page imports late; loaded with the entry, they cost no round trip. */
export const FIRST_VIEWS: readonly string[] = ['pages/play.vue', 'internals/DrawingLayer.vue']

/** Replaces a module that each first page imports late. */
const FIRST_REPLACEMENT_RE = /\/client\/lazy\/drawing-controls\.ts$/

const SLIDE_RE = /__slidev_\d+\.md$/

/** Vue as libraries import it. */
const VUE_RE = /\/client\/lazy\/(?:vue-without-compiler|compile)\.ts$/

/** Types that the code editor knows, each a module; Slidev puts them into one script as well. */
const EDITOR_TYPES_RE = /^\/@slidev-monaco-types\/|\/@slidev\/monaco-types|\?monaco-types&raw$/

/** Up to this much source that several slides share, in characters, loads sooner with the entry than by itself. */
const SMALL = 4000

/**
 * Puts what every first page needs into two scripts: `vendor` with the libraries, which a browser keeps
 * when the deck is published again, and `app` with the rest. Everything else is loaded when it is used, and
 * each slide stays a script of its own.
 */
export function createChunks(): Plugin {
  let first = new Set<string>()
  return {
    name: 'deck:lean-chunks',
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
      const shared = findShared(slides, read, (id) => !isOfLibrary(id), first, SMALL)
      shared.forEach((id) => first.add(id))
      for (const line of describeMoved(ids)) {
        this.environment.logger.warn(line)
      }
    },
    outputOptions: (options): Rolldown.OutputOptions => ({
      ...options,
      // Slidev's own rules put Vue, the tooltips and what highlights code into one script.
      manualChunks: undefined,
      codeSplitting: {
        groups: [
          {
            name: 'vendor',
            // Styles stay together, in the order in which Slidev has them.
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
 * Tells which first views Slidev has moved, in one line each.
 *
 * @param ids - Paths of all modules of a build.
 */
export function describeMoved(ids: readonly string[]): string[] {
  const client = findClient(ids)
  return FIRST_VIEWS.filter((path) => client && !client.has(path)).map(
    (path) =>
      `[slidev-lean] ${path} cannot be loaded with the first page: ${client?.name} has no such module. ` +
      'The site works, but its first slide takes a round trip more. ' +
      'Use a tested version of Slidev, or adapt tools/lean/chunks.ts.',
  )
}

function toGraphModule(info: Rolldown.ModuleInfo | null): GraphModule {
  return {
    imports: info?.importedIds ?? [],
    // The code is handed over from the bundler only where its length is asked for.
    get size() {
      return info?.code?.length ?? 0
    },
  }
}
