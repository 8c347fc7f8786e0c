import { defineAppSetup } from '@slidev/types'
import type { ViteHotContext } from 'vite/types/hot.js'

import { markNoteLanguage } from '../client/note-language.ts'
import { settleAddress } from '../client/prerendered/address.ts'
import { loadStyles, takeOver, waitForSlide } from '../client/prerendered/take-over.ts'
import { SETTINGS } from '../client/settings.ts'

// Before Slidev creates its router, which reads the address.
settleAddress()

/** Puts the application in the place of the prerendered slide, and marks the language of notes. */
export default defineAppSetup(async ({ router }) => {
  await loadStyles()
  if (SETTINGS.notesLang !== '') {
    markNoteLanguage(document.body, SETTINGS.notesLang)
  }
  if (import.meta.hot && !document.querySelector('#prerendered')) {
    void sendSnapshot(import.meta.hot)
  }
  void takeOver()
  // Slidev reads which slides to print once, when it starts: the address has to be known by then.
  if (new URLSearchParams(location.search).has('print')) {
    await router.isReady()
  }
})

/** Sends the slide that is shown first to the development server, for its next start. */
async function sendSnapshot(hot: ViteHotContext): Promise<void> {
  await waitForSlide()
  const { takeSnapshot } = await import('../client/snapshots/take-snapshot.ts')
  takeSnapshot(hot)
}
