import { join } from 'node:path'

import { defineConfig } from 'vite'

import { startSooner } from './tools/dev-server/index.ts'
import { keepKatexWoff2 } from './tools/katex-fonts.ts'
import { loadOnUse } from './tools/lean/index.ts'
import { unquoteMetaContent } from './tools/meta-content.ts'
import { createSizeReader, sizePictures } from './tools/picture-size.ts'

const readSize = createSizeReader(join(import.meta.dirname, 'public'))

export default defineConfig({
  plugins: [
    { name: 'deck:meta-content', transformIndexHtml: unquoteMetaContent },
    keepKatexWoff2,
    loadOnUse,
    startSooner,
  ],
  slidev: {
    vue: { template: { compilerOptions: { nodeTransforms: [sizePictures(readSize)] } } },
  },
})
