import { join } from 'node:path'

import { normalizePath } from 'vite'
import type { Plugin } from 'vite'

/** Matches the module in which Slidev's client begins. */
const ENTRY_RE = /\/@slidev\/client\/main\.ts$/

const PROVIDE_STORAGE = normalizePath(
  join(import.meta.dirname, '../client/embed/provide-storage.ts'),
)

/** Gives a deck a storage before Slidev asks for one: a browser that denies it, as in frames, would show no slide. */
export const storageFirst: Plugin = {
  name: 'lectern:storage-first',
  enforce: 'pre',
  transform: {
    filter: { id: ENTRY_RE },
    // On the line of the first import, so that the lines of the source keep their numbers.
    handler: (code) => ({ code: `import ${JSON.stringify(PROVIDE_STORAGE)};${code}`, map: null }),
  },
}
