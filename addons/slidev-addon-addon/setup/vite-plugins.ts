import { defineVitePluginsSetup } from '@slidev/types'

import { ownSlideNumber } from '../vite/slide-number.ts'
import { watchMarkdown } from '../vite/watch.ts'

export default defineVitePluginsSetup((options) => [ownSlideNumber, ...watchMarkdown(options)])
