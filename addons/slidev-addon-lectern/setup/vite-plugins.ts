import type { VitePluginsSetup } from '@slidev/types'

import { fastStart } from '../vite/dev-server/index.ts'
import { readInternals } from '../vite/internals.ts'
import { lazyClient } from '../vite/lazy-client/index.ts'

/** Adds what leans on Slidev's internals, as far as the deck wants it and this version of Slidev was tested. */
const setup: VitePluginsSetup = ({ data, cliRoot }) => {
  const { hasLazyClient, hasFastStart } = readInternals(data.headmatter, cliRoot)
  return [hasLazyClient ? lazyClient() : [], hasFastStart ? fastStart : []]
}

export default setup
