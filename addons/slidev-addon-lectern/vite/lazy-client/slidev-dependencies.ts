import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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
  const { resolve } = createRequire(join(clientRoot, 'package.json'))
  // Beside the package, so that these imports do not count as the client's own.
  const client = join(dirname(clientRoot), 'slidev-addon-lectern.js')
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
        // Slidev has the packages of Vue through Vue alone.
        const origin = source.startsWith('@vue/') ? resolve('vue') : client
        return this.resolve(source, origin, { ...options, skipSelf: true })
      },
    },
  }
}
