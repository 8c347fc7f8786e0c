import type { UserConfig } from 'vite'

import { keepKatexWoff2 } from './vite/katex-fonts.ts'
import { unquoteMetaContent } from './vite/meta-quotes.ts'
import { pageOfLayers } from './vite/page-of-layers.ts'
import { hidePrivatePaths } from './vite/private-paths.ts'
import { createStyleAddresses } from './vite/style-addresses.ts'

const styleAddresses = createStyleAddresses()

const config: UserConfig = {
  plugins: [
    { name: 'lectern:meta-quotes', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
    pageOfLayers,
    hidePrivatePaths,
    styleAddresses.plugin,
  ],
  slidev: {
    vue: { template: { compilerOptions: { nodeTransforms: [styleAddresses.transform] } } },
  },
}

export default config
