import { createVDragDirective } from '@slidev/client/modules/v-drag.ts'

import { LATE_PLUGINS } from '../late-plugin.ts'

LATE_PLUGINS.drag.provide(createVDragDirective())
