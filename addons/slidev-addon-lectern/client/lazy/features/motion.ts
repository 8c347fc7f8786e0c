import { createVMotionDirectives } from '@slidev/client/modules/v-motion.ts'

import { LAZY_PLUGINS } from '../lazy-plugin.ts'

LAZY_PLUGINS.motion.provide(createVMotionDirectives())
