/*
 * Replaces Slidev's `modules/v-mark`, `modules/v-motion` and `modules/v-drag`.
 */
import type { Plugin } from 'vue'

import { LAZY_PLUGINS } from './lazy-plugin.ts'

/** Returns the plugin of `v-mark`, loaded with the first slide that uses it. */
export const createVMarkDirective = (): Plugin => LAZY_PLUGINS.mark.plugin

/** Returns the plugin of `v-motion`, loaded with the first slide that uses it. */
export const createVMotionDirectives = (): Plugin => LAZY_PLUGINS.motion.plugin

/** Returns the plugin of `v-drag`, loaded with the first slide that uses it. */
export const createVDragDirective = (): Plugin => LAZY_PLUGINS.drag.plugin
