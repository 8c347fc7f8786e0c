import { join } from 'node:path'

import type { Plugin } from 'vite'

/** A module that stands for one of Slidev's or of a library. */
interface Swap {
  /** What is imported, as the import says it. */
  source: RegExp
  /** Who imports it; anybody unless it is said. */
  importer?: RegExp
  /** What is loaded instead: a file of `client/`, or a module by its name. */
  to: string
}

/** The light modules. */
const CLIENT = join(import.meta.dirname, 'client')

/** Slidev's client, whose modules begin with this. */
const SLIDEV = /\/@slidev\/client\//

const SWAPS: readonly Swap[] = [
  {
    source: /\/vue\.esm-bundler\.js$/,
    importer: /\/client\/internals\/SlidesShow\.vue$/,
    to: 'slides-group.ts',
  },
  {
    source: /\/vue\.esm-bundler\.js$/,
    importer: /(?<!\/lean\/client\/features\/compiler\.ts)$/,
    to: 'vue.ts',
  },
  {
    source: /^@slidev\/parser\/core$/,
    importer: /\/client\/logic\/utils\.ts$/,
    to: '@slidev/parser/utils',
  },
  { source: /\/modules\/v-(?:mark|motion|drag)$/, importer: SLIDEV, to: 'directives.ts' },
  {
    source: /^@shikijs\/vitepress-twoslash\/client$/,
    importer: /\/client\/setup\/main\.ts$/,
    to: 'tooltips.ts',
  },
  {
    source: /^floating-vue$/,
    importer:
      /\/client\/(?:internals\/Slide(?:sShow|Container)\.vue|builtin\/VSwitch\.ts|pages\/print\.vue)$/,
    to: 'poppers.ts',
  },
  { source: /^\.\/Settings\.vue$/, importer: SLIDEV, to: 'settings.ts' },
  { source: /^\.\/DragControl\.vue$/, importer: SLIDEV, to: 'drag-control.ts' },
  { source: /\/DrawingControls\.vue$/, importer: SLIDEV, to: 'drawing-controls.ts' },
  { source: /^drauu$/, importer: /\/client\/composables\/useDrawings\.ts$/, to: 'drawing.ts' },
  { source: /^fuse\.js$/, importer: /\/client\/internals\/Goto\.vue$/, to: 'search.ts' },
  { source: /\/title-renderer$/, importer: /\/client\/internals\/Goto\.vue$/, to: 'title.ts' },
]

/**
 * What is loaded for an import.
 *
 * @param importer - Path of the importing module, without a query.
 * @returns A file, or a module by its name; `undefined` where nothing stands for it.
 */
export function findSwap(source: string, importer: string): string | undefined {
  const swap = SWAPS.find(
    (candidate) => candidate.source.test(source) && (candidate.importer?.test(importer) ?? true),
  )
  return swap?.to.endsWith('.ts') ? join(CLIENT, swap.to) : swap?.to
}

/** Puts light modules in the place of those that are not needed for showing a slide. */
export const swapModules: Plugin = {
  name: 'deck:lean-swaps',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    filter: { id: SWAPS.map(({ source }) => source) },
    async handler(source, importer, options) {
      const path = importer?.replace(/\?.*$/, '')
      const swap = path === undefined ? undefined : findSwap(source, path)
      return swap === undefined ? undefined : this.resolve(swap, importer, options)
    },
  },
}
