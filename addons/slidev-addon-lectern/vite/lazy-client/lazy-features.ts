import { join } from 'node:path'

import type { Plugin } from 'vite'

import { isOfLibrary } from './library.ts'
import { findUsedFeatures, USE_RE } from './used-features.ts'

const FEATURES_FOLDER = join(import.meta.dirname, '../../client/lazy/features')

/** Packages that register the features, and so name them without using them. */
const PROVIDERS_RE = /\/node_modules\/(?:vue|@vue|floating-vue|@shikijs\/vitepress-twoslash)\//

/** Adds to each module an import of the features it uses, so that they are installed before it runs. */
export const importFeatures: Plugin = {
  name: 'lectern:lazy-features',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: { exclude: [PROVIDERS_RE, /\/client\/lazy\//] }, code: USE_RE },
    handler(code, id) {
      const features = findUsedFeatures(this.parse(code), isOfLibrary(id))
      const imports = [...features].map(
        (feature) => `import ${JSON.stringify(join(FEATURES_FOLDER, `${feature}.ts`))};`,
      )
      // Appended, so that the lines of the source keep their numbers.
      return imports.length > 0
        ? { code: `${code}\n${imports.join('\n')}\n`, map: null }
        : undefined
    },
  },
}
