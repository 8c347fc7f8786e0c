import { createVMarkDirective } from '@slidev/client/modules/v-mark.ts'

import { LAZY_PLUGINS } from '../lazy-plugin.ts'

LAZY_PLUGINS.mark.provide(createVMarkDirective())
