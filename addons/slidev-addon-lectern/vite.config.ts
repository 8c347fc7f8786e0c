import type { UserConfig } from 'vite'

import { createLiveFigures } from './vite/figures.ts'
import { keepKatexWoff2 } from './vite/katex-fonts.ts'
import { unquoteMetaContent } from './vite/meta-quotes.ts'
import { pageOfLayers } from './vite/page-of-layers.ts'
import { hidePrivatePaths } from './vite/private-paths.ts'
import { createElementAddresses } from './vite/single-file/element-addresses.ts'
import { storageFirst } from './vite/storage-first.ts'
import { createStyleAddresses } from './vite/style-addresses.ts'

const styleAddresses = createStyleAddresses()
const elementAddresses = createElementAddresses()
const figures = createLiveFigures()

const config: UserConfig = {
  // One module. Bundled on first use, it would reload the development server's page.
  optimizeDeps: { exclude: ['minisearch'] },
  plugins: [
    { name: 'lectern:meta-quotes', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
    pageOfLayers,
    hidePrivatePaths,
    storageFirst,
    styleAddresses.plugin,
    elementAddresses.plugin,
    figures.plugin,
  ],
  slidev: {
    vue: {
      template: {
        compilerOptions: {
          nodeTransforms: [styleAddresses.transform, elementAddresses.transform, figures.transform],
        },
      },
    },
  },
}

export default config
