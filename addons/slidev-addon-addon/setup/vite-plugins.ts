import type { VitePluginsSetup } from '@slidev/types'

import { reloadOnSettings } from '../vite/deck-settings.ts'
import { createMarkdownPlugins } from '../vite/markdown-plugins.ts'
import { ownSlideNumber } from '../vite/slide-number.ts'

const setup: VitePluginsSetup = (options) => [
  ownSlideNumber,
  ...createMarkdownPlugins(options),
  reloadOnSettings(options),
]

export default setup
