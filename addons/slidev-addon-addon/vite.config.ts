import { defineConfig } from 'vite'

import { createMarkdownUse } from './markdown/markdown-use.ts'

export default defineConfig({
  slidev: {
    components: {
      // Slidev has a component of this name, and the built-in one would win.
      globsExclude: ['**/@slidev/client/builtin/SlideCurrentNo.vue'],
    },
    markdown: { markdownUses: [createMarkdownUse()] },
  },
})
