/*
 * Replaces the client of `@shikijs/vitepress-twoslash`, which installs floating-vue for the whole deck.
 */
import { defineAsyncComponent } from 'vue'
import type { App, Component } from 'vue'

import { LAZY_PLUGINS } from './lazy-plugin.ts'

/** Installs floating-vue with the options of twoslash once something uses it. */
export default {
  install: (app: App, ...options: unknown[]) => {
    // For names known only at run time; a module that names one of these imports the real ones.
    app.component(
      'VDropdown',
      load(async ({ Dropdown }) => Dropdown),
    )
    app.component(
      'VMenu',
      load(async ({ Menu }) => Menu),
    )
    app.component(
      'VTooltip',
      load(async ({ Tooltip }) => Tooltip),
    )
    app.use(LAZY_PLUGINS.tooltips.plugin, ...options)
  },
}

function load(
  pick: (library: typeof import('floating-vue')) => Promise<Component>,
): ReturnType<typeof defineAsyncComponent> {
  return defineAsyncComponent(async () => {
    await import('./features/tooltips.ts')
    return pick(await import('floating-vue'))
  })
}
