import type { Plugin } from 'vite'

/**
 * Sends dependencies, and the modules that Slidev makes, without source maps. They are most of what a page
 * loads, are not the author's to debug, and Vite makes a map in every answer that has none.
 */
export const leaveOutSourceMaps: Plugin = {
  name: 'deck:leave-out-source-maps',
  apply: 'serve',
  enforce: 'post',
  transform: {
    filter: { id: /\/node_modules\/|^\/@slidev\// },
    // Rollup's way to say that there is none.
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
}
