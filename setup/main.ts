import { defineAppSetup } from '@slidev/types'
import type { ViteHotContext } from 'vite/types/hot.js'

import { loadLateFonts } from '../tools/late-fonts.ts'
import { markNoteLanguage } from '../tools/note-language.ts'
import { settleAddress } from '../tools/prerender/client/address.ts'
import { loadStyles, takeOver, waitForSlide } from '../tools/prerender/client/take-over.ts'

// Before Slidev makes its router, which reads the address.
settleAddress()

/**
 * Puts the application in the place of the prerendered slide, loads further fonts for texts that need
 * them, and marks Chinese notes as such.
 */
export default defineAppSetup(async ({ router }) => {
  await loadStyles()
  loadLateFonts(document.body, async () => import('../styles/fonts-zh-hant.css'))
  markNoteLanguage(document.body)
  if (import.meta.hot && !document.querySelector('#prerendered')) {
    void sendSnapshot(import.meta.hot)
  }
  void takeOver()
  // Slidev reads which slides to print once, when it starts: the address has to be known by then.
  if (new URLSearchParams(location.search).has('print')) {
    await router.isReady()
  }
})

/** Gives the development server the slide that is shown first, for its next start. */
async function sendSnapshot(hot: ViteHotContext): Promise<void> {
  await waitForSlide()
  const { takeSnapshot } = await import('../tools/dev-server/snapshots/client/take-snapshot.ts')
  takeSnapshot(hot)
}
