import { join } from 'node:path'

import type * as pagePrerender from '../page/prerender/index.ts'
import { bundleForPage } from './page-bundle.ts'

declare global {
  interface Window {
    /** The part of prerendering that runs in the page. */
    deckPrerender: typeof pagePrerender
  }
}

/** That part as a script; bundled while the deck is being built. */
export const PAGE_SCRIPT = bundleForPage(
  join(import.meta.dirname, '../page/prerender/index.ts'),
  'deckPrerender',
)
