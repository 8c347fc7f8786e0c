import { defineShikiSetup } from '@slidev/types'

// The default code themes have colors of less than 4.5:1.
export default defineShikiSetup(() => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
}))
