/*
 * Stands for Slidev's `modules/v-mark`, `modules/v-motion` and `modules/v-drag`.
 */
import type { Plugin } from 'vue'

import { LAZY_PLUGINS } from './lazy-plugin.ts'

/** The plugin of `v-mark`, which comes with the first slide that marks something. */
export const createVMarkDirective = (): Plugin => LAZY_PLUGINS.mark.plugin

/** The plugin of `v-motion`, which comes with the first slide that moves something. */
export const createVMotionDirectives = (): Plugin => LAZY_PLUGINS.motion.plugin

/** The plugin of `v-drag`, which comes with the first slide that has something to drag. */
export const createVDragDirective = (): Plugin => LAZY_PLUGINS.drag.plugin
