import { join } from 'node:path'

import type { Plugin } from 'vite'

import { isOfLibrary } from './library.ts'
import { readFeatures, USE_RE } from './module-use.ts'

const FEATURES_FOLDER = join(import.meta.dirname, '../../client/lazy/features')

/** Vue and floating-vue name what they register themselves. */
const PROVIDERS_RE = /\/node_modules\/(?:vue|@vue|floating-vue|@shikijs\/vitepress-twoslash)\//

/** Lets each module bring what it uses of the application before it is run itself. */
export const bringFeatures: Plugin = {
  name: 'deck:lean-features',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: { exclude: [PROVIDERS_RE, /\/client\/lazy\//] }, code: USE_RE },
    handler(code, id) {
      const features = readFeatures(this.parse(code), isOfLibrary(id))
      const imports = [...features].map(
        (feature) => `import ${JSON.stringify(join(FEATURES_FOLDER, `${feature}.ts`))};`,
      )
      // At the end, where no line of the source moves.
      return imports.length > 0
        ? { code: `${code}\n${imports.join('\n')}\n`, map: null }
        : undefined
    },
  },
}
