import type { Plugin } from 'vite'

import { createChunks } from './chunks.ts'
import { importFeatures } from './lazy-features.ts'
import { replaceModules } from './replace-modules.ts'
import { resolveSlidevDependencies } from './slidev-dependencies.ts'

/**
 * Makes a built site load only the script that its deck uses. Changes nothing in the development server.
 *
 * @param clientRoot - Folder of the package `@slidev/client`.
 */
export function lazyClient(clientRoot: string): Plugin[] {
  return [replaceModules(), resolveSlidevDependencies(clientRoot), importFeatures, createChunks()]
}
