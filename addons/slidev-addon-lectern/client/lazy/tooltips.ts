/*
 * Stands for the client of `@shikijs/vitepress-twoslash`, which installs floating-vue for the whole deck.
 */
import { defineAsyncComponent } from 'vue'
import type { App, Component } from 'vue'

import { LAZY_PLUGINS } from './lazy-plugin.ts'

/** Installs floating-vue with the options of twoslash, once something uses it. */
export default {
  install: (app: App, ...options: unknown[]) => {
    // Modules that name one of these bring the real ones; these are for names known only at run time.
    app.component(
      'VDropdown',
      later(async ({ Dropdown }) => Dropdown),
    )
    app.component(
      'VMenu',
      later(async ({ Menu }) => Menu),
    )
    app.component(
      'VTooltip',
      later(async ({ Tooltip }) => Tooltip),
    )
    app.use(LAZY_PLUGINS.tooltips.plugin, ...options)
  },
}

function later(
  pick: (library: typeof import('floating-vue')) => Promise<Component>,
): ReturnType<typeof defineAsyncComponent> {
  return defineAsyncComponent(async () => {
    await import('./features/tooltips.ts')
    return pick(await import('floating-vue'))
  })
}
