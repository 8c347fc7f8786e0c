import type { VitePluginsSetup } from '@slidev/types'

import { fastStart } from '../vite/dev-server/index.ts'
import { readInternals } from '../vite/internals.ts'
import { lazyClient } from '../vite/lazy-client/index.ts'

/** Adds the plugins that lean on Slidev's internals, where the deck wants them and its Slidev is a tested version. */
const setup: VitePluginsSetup = ({ data, cliRoot, clientRoot }) => {
  const { hasLazyClient, hasFastStart } = readInternals(data.headmatter, cliRoot)
  return [hasLazyClient ? lazyClient(clientRoot) : [], hasFastStart ? fastStart : []]
}

export default setup
