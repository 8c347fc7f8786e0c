import { defineAppSetup } from '@slidev/types'

import { loadLateFonts } from './late-fonts.ts'

/** Loads Chinese letters and signs for the texts that need them. */
export default defineAppSetup(() => {
  loadLateFonts(document.body, async () => import('../styles/fonts-zh-hant.css'))
})
