import type { UserConfig } from 'vite'

import { createSizeReader, sizeImages } from './vite/image-sizes.ts'
import { keepKatexWoff2 } from './vite/katex-fonts.ts'
import { unquoteMetaContent } from './vite/meta-quotes.ts'

let publicFolder = ''

const config: UserConfig = {
  plugins: [
    {
      name: 'lectern:public-folder',
      configResolved: ({ publicDir }) => {
        publicFolder = publicDir
      },
    },
    { name: 'lectern:meta-quotes', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
  ],
  slidev: {
    vue: {
      template: {
        compilerOptions: {
          nodeTransforms: [sizeImages((path) => createSizeReader(publicFolder)(path))],
        },
      },
    },
  },
}

export default config
