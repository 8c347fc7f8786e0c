import TwoslashFloatingVue from '@shikijs/vitepress-twoslash/client'
import { recomputeAllPoppers } from 'floating-vue'

import { LATE_PLUGINS } from '../late-plugin.ts'
import { setRecompute } from '../poppers.ts'

setRecompute(recomputeAllPoppers)
LATE_PLUGINS.tooltips.provide(TwoslashFloatingVue)
