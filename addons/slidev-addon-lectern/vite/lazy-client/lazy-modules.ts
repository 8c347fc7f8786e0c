import { join } from 'node:path'

import { readClientPath } from './slidev-client.ts'

/** A module of Slidev or of a library, and the lighter one that replaces it in a built site. */
export interface Replacement {
  /** Replaced module: the end of its name as Vite resolves it, beginning after a slash. */
  module: string
  /** Name that the source imports where an alias leads to the module. */
  written?: string
  /** Modules of Slidev's client whose import is replaced, as paths there; every module unless given. */
  importers?: readonly string[]
  /** Modules of Slidev's client that keep the real one. */
  keepers?: readonly string[]
  /** Lighter module: a file of `client/lazy/`, or a package's module by its name. */
  by: string
}

const LAZY_FOLDER = join(import.meta.dirname, '../../client/lazy')

/** Vue as Slidev resolves it. */
const VUE = { module: 'vue/dist/vue.esm-bundler.js', written: 'vue' }

/** Loads the compiler of templates, which needs the real Vue. */
const COMPILER_RE = /\/client\/lazy\/features\/compiler\.ts$/

/** Modules that a built site does not load before they are used; the first entry that fits an import is taken. */
export const REPLACEMENTS: readonly Replacement[] = [
  { ...VUE, importers: ['internals/SlidesShow.vue'], by: 'slides-group.ts' },
  { ...VUE, by: 'vue-without-compiler.ts' },
  { module: '@slidev/parser/core', importers: ['logic/utils.ts'], by: '@slidev/parser/utils' },
  { module: 'modules/v-mark', importers: ['setup/main.ts'], by: 'directives.ts' },
  { module: 'modules/v-motion', importers: ['setup/main.ts'], by: 'directives.ts' },
  { module: 'modules/v-drag', importers: ['setup/main.ts'], by: 'directives.ts' },
  {
    module: '@shikijs/vitepress-twoslash/client',
    importers: ['setup/main.ts'],
    by: 'tooltips.ts',
  },
  {
    module: 'floating-vue',
    importers: [
      'internals/SlidesShow.vue',
      'internals/SlideContainer.vue',
      'builtin/VSwitch.ts',
      'pages/print.vue',
    ],
    keepers: ['internals/DrawingControls.vue', 'internals/FormItem.vue'],
    by: 'place-tooltips.ts',
  },
  { module: 'Settings.vue', importers: ['internals/NavControls.vue'], by: 'settings-menu.ts' },
  { module: 'DragControl.vue', importers: ['internals/SlidesShow.vue'], by: 'drag-control.ts' },
  {
    module: 'DrawingControls.vue',
    importers: ['internals/Controls.vue', 'pages/presenter.vue'],
    by: 'drawing-controls.ts',
  },
  { module: 'drauu', importers: ['composables/useDrawings.ts'], by: 'lazy-drauu.ts' },
  { module: 'fuse.js', importers: ['internals/Goto.vue'], by: 'go-to-search.ts' },
  {
    module: 'title-renderer',
    importers: ['internals/Goto.vue'],
    keepers: ['builtin/TocList.vue'],
    by: 'go-to-title.ts',
  },
]

/** Whether an imported name means the replaced module. */
export function isModule({ module }: Pick<Replacement, 'module'>, source: string): boolean {
  return source === module || source.endsWith(`/${module}`)
}

/**
 * Finds the replacement for an import.
 *
 * @param source - Imported module as Vite resolves it.
 * @param importer - Path of the importing module, without a query.
 * @returns `undefined` where the real module is imported.
 */
export function findReplacement(source: string, importer: string): Replacement | undefined {
  const path = readClientPath(importer)
  return REPLACEMENTS.find((replacement) => {
    const isImporter = replacement.importers
      ? path !== undefined && replacement.importers.includes(path)
      : !COMPILER_RE.test(importer)
    return isImporter && isModule(replacement, source)
  })
}

/** Returns what Vite imports instead: the path of a file, or a module by its name. */
export function resolveReplacement({ by }: Replacement): string {
  return by.endsWith('.ts') ? join(LAZY_FOLDER, by) : by
}
