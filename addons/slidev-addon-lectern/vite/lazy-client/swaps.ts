import { join } from 'node:path'

import { readClientPath } from './slidev-client.ts'

/** A module that replaces one of Slidev's or of a library. */
export interface Swap {
  /** Replaced module: the end of its name as Vite resolves it, from one of its slashes on. */
  module: string
  /** Its name in the importing source where an alias leads to the module. */
  written?: string
  /** Modules of Slidev's client that import it, as paths there; every module unless it is given. */
  importers?: readonly string[]
  /** Modules of Slidev's client that are meant to import the real one. */
  keepers?: readonly string[]
  /** Replacement: a file of `client/`, or a module by its name. */
  to: string
}

/** Folder of the light modules. */
const CLIENT = join(import.meta.dirname, '../../client/lazy')

/** Vue as Slidev resolves it. */
const VUE = { module: 'vue/dist/vue.esm-bundler.js', written: 'vue' }

/** Brings the compiler of templates, so it needs the real Vue. */
const COMPILER_RE = /\/client\/lazy\/features\/compiler\.ts$/

/** Replacements in a built site; the first one that fits is taken. */
export const SWAPS: readonly Swap[] = [
  { ...VUE, importers: ['internals/SlidesShow.vue'], to: 'slides-group.ts' },
  { ...VUE, to: 'vue-without-compiler.ts' },
  { module: '@slidev/parser/core', importers: ['logic/utils.ts'], to: '@slidev/parser/utils' },
  { module: 'modules/v-mark', importers: ['setup/main.ts'], to: 'directives.ts' },
  { module: 'modules/v-motion', importers: ['setup/main.ts'], to: 'directives.ts' },
  { module: 'modules/v-drag', importers: ['setup/main.ts'], to: 'directives.ts' },
  {
    module: '@shikijs/vitepress-twoslash/client',
    importers: ['setup/main.ts'],
    to: 'tooltips.ts',
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
    to: 'place-tooltips.ts',
  },
  { module: 'Settings.vue', importers: ['internals/NavControls.vue'], to: 'settings-menu.ts' },
  { module: 'DragControl.vue', importers: ['internals/SlidesShow.vue'], to: 'drag-control.ts' },
  {
    module: 'DrawingControls.vue',
    importers: ['internals/Controls.vue', 'pages/presenter.vue'],
    to: 'drawing-controls.ts',
  },
  { module: 'drauu', importers: ['composables/useDrawings.ts'], to: 'drawing.ts' },
  { module: 'fuse.js', importers: ['internals/Goto.vue'], to: 'slide-search.ts' },
  {
    module: 'title-renderer',
    importers: ['internals/Goto.vue'],
    keepers: ['builtin/TocList.vue'],
    to: 'slide-title.ts',
  },
]

/** Whether a name that is imported means the replaced module. */
export function isModule({ module }: Pick<Swap, 'module'>, source: string): boolean {
  return source === module || source.endsWith(`/${module}`)
}

/**
 * Swap for an import.
 *
 * @param source - Imported module as Vite resolves it.
 * @param importer - Path of the importing module, without a query.
 * @returns `undefined` where the real module is imported.
 */
export function findSwap(source: string, importer: string): Swap | undefined {
  const path = readClientPath(importer)
  return SWAPS.find((swap) => {
    const isImporter = swap.importers
      ? path !== undefined && swap.importers.includes(path)
      : !COMPILER_RE.test(importer)
    return isImporter && isModule(swap, source)
  })
}

/** Replacement as Vite resolves it: a file, or a module by its name. */
export function findReplacement({ to }: Swap): string {
  return to.endsWith('.ts') ? join(CLIENT, to) : to
}
