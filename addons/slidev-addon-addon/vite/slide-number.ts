import { fileURLToPath } from 'node:url'

import type { Plugin } from 'vite'

/** Slidev's component of the same name. */
const BUILTIN_RE = /\/@slidev\/client\/builtin\/SlideCurrentNo\.vue$/
const OWN_COMPONENT = fileURLToPath(new URL('../components/SlideCurrentNo.vue', import.meta.url))

/**
 * Replaces Slidev's `<SlideCurrentNo />` with the addon's. vite.config.ts excludes Slidev's from the
 * search for components, but its pattern matches only inside the deck's folder; in a workspace Slidev
 * is installed above it.
 */
export const ownSlideNumber: Plugin = {
  name: 'slidev-addon-addon:slide-number',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    handler: (id) => (BUILTIN_RE.test(id) ? OWN_COMPONENT : null),
  },
}
