import type { Plugin } from 'vite'

import { createChunks } from './chunks.ts'
import { bringFeatures } from './late-features.ts'
import { createSwaps } from './swap-modules.ts'

/** Lets a built site load only the script that its deck uses. The development server stays as Slidev has it. */
export const loadOnUse: Plugin[] = [createSwaps(), bringFeatures, createChunks()]
