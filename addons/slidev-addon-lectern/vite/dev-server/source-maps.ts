import type { Plugin } from 'vite'

/**
 * Sends dependencies and the modules that Slidev generates without source maps. They are most of the code that
 * a page loads, authors do not debug them, and otherwise Vite makes a map for every module without one.
 */
export const leaveOutSourceMaps: Plugin = {
  name: 'lectern:leave-out-source-maps',
  apply: 'serve',
  enforce: 'post',
  transform: {
    filter: { id: /\/node_modules\/|^\/@slidev\// },
    // Rollup's notation for a module without a source map.
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
}
