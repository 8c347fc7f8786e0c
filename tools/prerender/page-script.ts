import { join } from 'node:path'

import { bundleForPage } from '../page-bundle.ts'
import type * as pagePrerender from './page/index.ts'

declare global {
  interface Window {
    /** The part of prerendering that runs in the page. */
    deckPrerender: typeof pagePrerender
  }
}

/** That part as a script; bundled while the deck is being built. */
export const PAGE_SCRIPT = bundleForPage(
  join(import.meta.dirname, 'page/index.ts'),
  'deckPrerender',
)
