import { defineConfig } from 'vite'

import { unquoteMetaContent } from './tools/meta-content.ts'

export default defineConfig({
  plugins: [{ name: 'deck:meta-content', transformIndexHtml: unquoteMetaContent }],
})
