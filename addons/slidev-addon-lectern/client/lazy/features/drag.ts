import { createVDragDirective } from '@slidev/client/modules/v-drag.ts'

import { LAZY_PLUGINS } from '../lazy-plugin.ts'

LAZY_PLUGINS.drag.provide(createVDragDirective())
