import type { UserConfig } from 'vite'

import { createMarkdownUse } from './markdown/markdown-use.ts'

const config: UserConfig = {
  slidev: {
    components: {
      // Slidev has a component of this name, and the built-in one would win.
      globsExclude: ['**/@slidev/client/builtin/SlideCurrentNo.vue'],
    },
    markdown: { markdownUses: [createMarkdownUse()] },
  },
}

export default config
