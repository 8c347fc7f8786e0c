import { defineVitePluginsSetup } from '@slidev/types'

import { watchMarkdown } from '../markdown/watch.ts'

export default defineVitePluginsSetup((options) => watchMarkdown(options))
