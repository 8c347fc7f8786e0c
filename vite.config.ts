import { defineConfig } from 'vite'

export default defineConfig({
  server: {
    // What commands and tests write is no part of the talk: it must not reload the page on stage.
    watch: { ignored: ['**/out/**', '**/dist/**', '**/bench/**', '**/tests/**'] },
  },
})
