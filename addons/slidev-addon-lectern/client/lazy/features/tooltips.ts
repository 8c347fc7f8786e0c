import TwoslashFloatingVue from '@shikijs/vitepress-twoslash/client'
import { recomputeAllPoppers } from 'floating-vue'

import { LAZY_PLUGINS } from '../lazy-plugin.ts'
import { setRecompute } from '../place-tooltips.ts'

setRecompute(recomputeAllPoppers)
LAZY_PLUGINS.tooltips.provide(TwoslashFloatingVue)
