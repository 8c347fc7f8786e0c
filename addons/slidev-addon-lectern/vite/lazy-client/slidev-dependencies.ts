import { join } from 'node:path'

import type { Plugin } from 'vite'

/** Dependencies of Slidev's client that the lazy modules load. */
const DEPENDENCY_RE =
  /^(?:drauu|fuse\.js|floating-vue|@shikijs\/vitepress-twoslash\/client|@vue\/runtime-dom)$/

const LAZY_MODULE_RE = /\/client\/lazy\//

/**
 * Resolves the dependencies of Slidev's client from where Slidev has them, because a strict package manager such as
 * pnpm hides them from this addon.
 *
 * @param clientRoot - Folder of the package `@slidev/client`.
 */
export function resolveSlidevDependencies(clientRoot: string): Plugin {
  const client = join(clientRoot, 'main.ts')
  return {
    name: 'lectern:slidev-dependencies',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: DEPENDENCY_RE },
      async handler(source, importer, options) {
        if (importer === undefined || !LAZY_MODULE_RE.test(importer)) {
          return undefined
        }
        // Slidev has Vue's own packages through Vue alone.
        const vue = source.startsWith('@vue/') ? await this.resolve('vue', client) : undefined
        return this.resolve(source, vue?.id ?? client, { ...options, skipSelf: true })
      },
    },
  }
}
