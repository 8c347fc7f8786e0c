import { fileURLToPath } from 'node:url'

import type { Plugin } from 'vite'

/** Slidev's component of the same name as the addon's. */
const BUILTIN_RE = /\/@slidev\/client\/builtin\/SlideCurrentNo\.vue$/
const OWN_COMPONENT = fileURLToPath(new URL('../components/SlideCurrentNo.vue', import.meta.url))

/**
 * Renders the addon's `<SlideCurrentNo />` wherever Slidev chose its own. The addon's vite.config.ts
 * keeps Slidev's out of the search, but its pattern ends at the deck's folder, and in a workspace
 * Slidev lies above it.
 */
export const ownSlideNumber: Plugin = {
  name: 'slidev-addon-addon:slide-number',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    handler: (id) => (BUILTIN_RE.test(id) ? OWN_COMPONENT : null),
  },
}
