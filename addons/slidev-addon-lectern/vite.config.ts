import type { UserConfig } from 'vite'

import { createLiveFigures } from './vite/figures.ts'
import { keepKatexWoff2 } from './vite/katex-fonts.ts'
import { unquoteMetaContent } from './vite/meta-quotes.ts'
import { pageOfLayers } from './vite/page-of-layers.ts'
import { hidePrivatePaths } from './vite/private-paths.ts'
import { createStyleAddresses } from './vite/style-addresses.ts'

const styleAddresses = createStyleAddresses()
const figures = createLiveFigures()

const config: UserConfig = {
  plugins: [
    { name: 'lectern:meta-quotes', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
    pageOfLayers,
    hidePrivatePaths,
    styleAddresses.plugin,
    figures.plugin,
  ],
  slidev: {
    vue: {
      template: {
        compilerOptions: { nodeTransforms: [styleAddresses.transform, figures.transform] },
      },
    },
  },
}

export default config
