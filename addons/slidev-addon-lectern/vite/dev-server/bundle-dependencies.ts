import { dirname, join } from 'node:path'

import type { DepOptimizationOptions, Plugin } from 'vite'

/**
 * Dependencies that Slidev's client imports before its first slide and that Slidev excludes from Vite's
 * bundling: about 130 modules, each a request of its own.
 *
 * Leaves out Slidev's own packages, because they import modules that Slidev generates, and Mermaid, Monaco and
 * Shiki, because they are loaded with the slides that use them and have workers or languages to load.
 */
const BUNDLED = [
  '@antfu/utils',
  '@shikijs/magic-move/vue',
  '@shikijs/vitepress-twoslash/client',
  '@slidev/rough-notation',
  '@unhead/vue',
  '@unhead/vue/client',
  '@vueuse/core',
  '@vueuse/math',
  '@vueuse/motion',
  '@vueuse/shared',
  'drauu',
  'fitty',
  'floating-vue',
  'fuse.js',
  'nanotar',
  'vue',
  'vue-router',
]

/** Modules of Slidev's client that the first slide needs, by path. */
export const FIRST_VIEWS: readonly string[] = ['main.ts', 'pages/play.vue']

/** Bundles the dependencies of Slidev's client, all with the same Vue, and transforms its first views early. */
export const bundleDependencies: Plugin = {
  name: 'lectern:bundle-dependencies',
  apply: 'serve',
  // After Slidev, whose list of exclusions Vite would only add to.
  enforce: 'post',
  config(config) {
    const options = (config.optimizeDeps ??= {})
    // Changed in place, because Vite warns where a copy reads its deprecated options.
    Object.assign(options, chooseBundled(options))
    const [main] = [options.entries ?? []].flat()
    if (main === undefined) {
      return undefined
    }
    const clientFiles = FIRST_VIEWS.map((path) => join(dirname(main), path))
    return { server: { warmup: { clientFiles } } }
  },
}

/** Matches the path with which Slidev names what its client depends on: pnpm does not install it beside the deck. */
const CLIENT_RE = /^.*@slidev\/client > /

/** Returns Slidev's options for bundled dependencies with those of its client added. */
export function chooseBundled(
  options: DepOptimizationOptions,
): Pick<DepOptimizationOptions, 'include' | 'exclude' | 'rolldownOptions'> {
  const { include = [], exclude = [], rolldownOptions } = options
  const path = include.flatMap((name) => CLIENT_RE.exec(name)?.[0] ?? [])[0] ?? ''
  return {
    include: [...new Set([...include, ...BUNDLED.map((name) => path + name)])],
    exclude: [...new Set(exclude)].filter((name) => !BUNDLED.includes(name)),
    rolldownOptions: { ...rolldownOptions, output: { ...rolldownOptions?.output, minify: true } },
  }
}
