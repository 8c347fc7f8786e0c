import { createVMarkDirective } from '@slidev/client/modules/v-mark.ts'

import { LATE_PLUGINS } from '../late-plugin.ts'

LATE_PLUGINS.mark.provide(createVMarkDirective())
