import type { VitePluginsSetup } from '@slidev/types'

import { readVariables } from '../deck/build-variables.ts'
import { fastStart } from '../vite/dev-server/index.ts'
import { figurePage } from '../vite/figure-page.ts'
import { completeFrontmatter } from '../vite/frontmatter.ts'
import { readInternals } from '../vite/internals.ts'
import { lazyClient } from '../vite/lazy-client/index.ts'
import { leaveMissingFiles } from '../vite/missing-files.ts'
import { singleFile } from '../vite/single-file/index.ts'
import { warnOfUnknownNames } from '../vite/unknown-names/index.ts'

/** Adds the plugins that read the deck, and those that lean on Slidev's internals where its version is a tested one. */
const setup: VitePluginsSetup = (options) => {
  const { data, cliRoot, clientRoot } = options
  const { hasLazyClient, hasFastStart } = readInternals(data.headmatter, cliRoot)
  return [
    warnOfUnknownNames(options),
    completeFrontmatter(options),
    figurePage,
    readVariables(process.env)?.isLenient ? leaveMissingFiles : [],
    hasLazyClient ? lazyClient(clientRoot) : [],
    hasFastStart ? fastStart : [],
    // Last, because it undoes how the lazy client splits the script.
    readVariables(process.env)?.isSingle ? singleFile() : [],
  ]
}

export default setup
