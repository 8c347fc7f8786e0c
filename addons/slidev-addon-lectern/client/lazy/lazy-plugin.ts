import type { App, Plugin } from 'vue'

/** A plugin of the Vue application whose code is loaded later, or never. */
export interface LazyPlugin {
  /** Placeholder that the application installs at its start; remembers the application for the real plugin. */
  plugin: Plugin
  /** Installs the real plugin in every application that has the placeholder, or installs it later. */
  provide: (plugin: Plugin) => void
}

/** Creates the placeholder of a plugin. */
export function createLazyPlugin(): LazyPlugin {
  const installs: ((plugin: Plugin) => void)[] = []
  const provided: Plugin[] = []
  return {
    plugin: {
      install: (app: App, ...options: unknown[]) => {
        const install = (plugin: Plugin): void => void app.use(plugin, ...options)
        installs.push(install)
        provided.forEach(install)
      },
    },
    provide: (plugin) => {
      provided.push(plugin)
      installs.forEach((install) => install(plugin))
    },
  }
}

/** Plugins of Slidev that are loaded with the first module that uses them. */
export const LAZY_PLUGINS = {
  mark: createLazyPlugin(),
  motion: createLazyPlugin(),
  drag: createLazyPlugin(),
  tooltips: createLazyPlugin(),
}
