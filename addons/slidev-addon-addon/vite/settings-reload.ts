import type { Plugin } from 'vite'

import type { HeadmatterSource } from './deck-settings.ts'

/**
 * Renders all slides anew when the addon's settings change while the deck is shown: Slidev itself only
 * renders the slide whose text has changed, and the headmatter is the first one's.
 */
export function reloadOnSettings({ data }: HeadmatterSource): Plugin {
  const read = (): string => JSON.stringify(data.headmatter['addon']) ?? ''
  let known = read()

  return {
    name: 'slidev-addon-addon:settings',
    handleHotUpdate: {
      // Behind Slidev's own handler, which reads the changed file.
      order: 'post',
      handler({ server, modules }) {
        const now = read()
        if (now === known) {
          return modules
        }
        known = now
        server.moduleGraph.invalidateAll()
        server.hot.send({ type: 'full-reload' })
        return []
      },
    },
  }
}
