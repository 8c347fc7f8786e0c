import type { UserConfig } from 'vite'

import { createMarkdownUse } from './vite/registration.ts'

const config: UserConfig = {
  slidev: {
    components: {
      // Slidev has a component of this name, which would win over the addon's.
      globsExclude: ['**/@slidev/client/builtin/SlideCurrentNo.vue'],
    },
    markdown: { markdownUses: [createMarkdownUse()] },
  },
}

export default config
