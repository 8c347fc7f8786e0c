import type { Plugin } from 'vite'

import { createChunks } from './chunks.ts'
import { bringFeatures } from './late-features.ts'
import { swapModules } from './swaps.ts'

/** Lets a built site load only the script that its deck uses. The development server stays as Slidev has it. */
export const loadOnUse: Plugin[] = [swapModules, bringFeatures, createChunks()]
