import { defineAppSetup } from '@slidev/types'

import { loadFurtherFonts } from './further-fonts.ts'

/** Loads the Chinese font, which has arrows and symbols as well, for the texts that need it. */
export default defineAppSetup(() => {
  loadFurtherFonts(document.body, async () => import('../styles/fonts-zh-hant.css'))
})
