import type { UserConfig } from 'vite'

import { keepKatexWoff2 } from './vite/katex-fonts.ts'
import { unquoteMetaContent } from './vite/meta-quotes.ts'
import { hidePrivatePaths } from './vite/private-paths.ts'

const config: UserConfig = {
  plugins: [
    { name: 'lectern:meta-quotes', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
    hidePrivatePaths,
  ],
}

export default config
