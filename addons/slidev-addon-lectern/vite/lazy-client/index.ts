import type { Plugin } from 'vite'

import { createChunks } from './chunks.ts'
import { bringFeatures } from './lazy-features.ts'
import { createSwaps } from './swap-modules.ts'

/** Lets a built site load only the script that its deck uses. The development server stays as Slidev has it. */
export function lazyClient(): Plugin[] {
  return [createSwaps(), bringFeatures, createChunks()]
}
