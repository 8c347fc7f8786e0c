import type { UserConfig } from 'vite'

import { keepKatexWoff2 } from './vite/katex-fonts.ts'
import { unquoteMetaContent } from './vite/meta-quotes.ts'
import { pageOfLayers } from './vite/page-of-layers.ts'
import { hidePrivatePaths } from './vite/private-paths.ts'

const config: UserConfig = {
  plugins: [
    { name: 'lectern:meta-quotes', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
    pageOfLayers,
    hidePrivatePaths,
  ],
}

export default config
