import { dirname, join } from 'node:path'

import type { DepOptimizationOptions, Plugin } from 'vite'

/**
 * Dependencies that Slidev's client imports before its first slide and that Slidev keeps Vite from bundling:
 * some 130 modules, each a request of its own.
 *
 * Slidev's own packages stay as they are, since they import modules that Slidev makes, and so do Mermaid,
 * Monaco and Shiki, which come when a slide has them and have workers or languages to load.
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

/** Modules of Slidev's client that lead to the first slide, by path. */
export const FIRST_VIEWS: readonly string[] = ['main.ts', 'pages/play.vue']

/** Bundles the dependencies of Slidev's client, all with the same Vue, and has its first views ready sooner. */
export const bundleDependencies: Plugin = {
  name: 'deck:bundle-dependencies',
  apply: 'serve',
  // Slidev's list of what is not bundled has to be there: Vite only ever adds to it.
  enforce: 'post',
  config(config) {
    const options = (config.optimizeDeps ??= {})
    // Changed in place: Vite warns where all its options are read, old names among them.
    Object.assign(options, chooseBundled(options))
    const [main] = [options.entries ?? []].flat()
    if (main === undefined) {
      return undefined
    }
    const clientFiles = FIRST_VIEWS.map((path) => join(dirname(main), path))
    return { server: { warmup: { clientFiles } } }
  },
}

/** Changes Slidev's options for bundled dependencies so that those of its client are among them. */
export function chooseBundled(
  options: DepOptimizationOptions,
): Pick<DepOptimizationOptions, 'include' | 'exclude' | 'rolldownOptions'> {
  const { include = [], exclude = [], rolldownOptions } = options
  return {
    include: [...new Set([...include, ...BUNDLED])],
    exclude: [...new Set(exclude)].filter((name) => !BUNDLED.includes(name)),
    rolldownOptions: { ...rolldownOptions, output: { ...rolldownOptions?.output, minify: true } },
  }
}
