import { join } from 'node:path'

import { defineConfig } from 'vite'

import { markImageBoxes } from './setup/image-boxes.ts'
import { createSizeReader, sizeImages } from './setup/image-sizes.ts'

const readSize = createSizeReader(join(import.meta.dirname, 'public'))

export default defineConfig({
  server: {
    // Vite watches the whole project: a reload on stage must not come from what commands and tests write.
    watch: { ignored: ['**/out/**', '**/dist/**', '**/bench/**', '**/tests/**'] },
  },
  slidev: {
    vue: {
      template: { compilerOptions: { nodeTransforms: [sizeImages(readSize), markImageBoxes] } },
    },
  },
})
