import { defineConfig } from 'vite'

export default defineConfig({
  slidev: {
    components: {
      // Slidev has a component of this name, and the built-in one would win.
      globsExclude: ['**/@slidev/client/builtin/SlideCurrentNo.vue'],
    },
    // Must exist, even if empty: setup/vite-plugins.ts adds this addon's Markdown to it.
    markdown: {},
  },
})
