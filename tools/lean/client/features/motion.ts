import { createVMotionDirectives } from '@slidev/client/modules/v-motion.ts'

import { LATE_PLUGINS } from '../late-plugin.ts'

LATE_PLUGINS.motion.provide(createVMotionDirectives())
