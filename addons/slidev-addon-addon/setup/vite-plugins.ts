import type { VitePluginsSetup } from '@slidev/types'

import { reloadOnSettings } from '../vite/settings-reload.ts'
import { ownSlideNumber } from '../vite/slide-number.ts'
import { watchMarkdown } from '../vite/watch.ts'

const setup: VitePluginsSetup = (options) => [
  ownSlideNumber,
  ...watchMarkdown(options),
  reloadOnSettings(options),
]

export default setup
