import { defineVitePluginsSetup } from '@slidev/types'

import { registerMarkdown } from '../markdown/register'

export default defineVitePluginsSetup((options) => registerMarkdown(options))
