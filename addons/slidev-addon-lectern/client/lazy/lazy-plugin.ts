import type { App, Plugin } from 'vue'

/** A plugin of the application whose code comes later, or not at all. */
export interface LazyPlugin {
  /** Plugin that the application installs at its start; remembers the application for the real one. */
  plugin: Plugin
  /** Installs the real plugin wherever the light one was, and is going to be. */
  provide: (plugin: Plugin) => void
}

/** A light plugin for a real one. */
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

/** The plugins of Slidev that come with the first module that uses them. */
export const LAZY_PLUGINS = {
  mark: createLazyPlugin(),
  motion: createLazyPlugin(),
  drag: createLazyPlugin(),
  tooltips: createLazyPlugin(),
}
