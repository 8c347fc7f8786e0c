import type { AppSetup } from '@slidev/types'
import type { ViteHotContext } from 'vite/types/hot.js'

import { keepRouter } from '../client/deck-router.ts'
import { settleQuery } from '../client/embed/embed-query.ts'
import { loadForVisitor } from '../client/load-for-visitor.ts'
import { markNoteLanguage } from '../client/note-language.ts'
import { breakLines } from '../client/note-lines.ts'
import { settleAddress } from '../client/prerendered/address.ts'
import { loadStyles, takeOver, waitForSlide } from '../client/prerendered/take-over.ts'
import { followScreen } from '../client/reading/follow-screen.ts'
import { SETTINGS } from '../client/settings.ts'
import { STATE_META } from '../client/snapshots/snapshot.ts'
import { watchNotes } from '../client/watch-notes.ts'

// Before Slidev creates its router, which reads the address.
settleAddress()
settleQuery()

/** Replaces the prerendered slide by the application, and completes notes: their lines and their language. */
const setup: AppSetup = async ({ router }) => {
  keepRouter(router)
  await Promise.all([loadStyles(), loadForVisitor(router)])
  watchNotes(document.body, breakLines)
  if (SETTINGS.notesLang !== '') {
    markNoteLanguage(document.body, SETTINGS.notesLang)
  }
  if (import.meta.hot && document.querySelector(`meta[name=${STATE_META}]`)) {
    void sendSnapshot(import.meta.hot)
  }
  if (import.meta.env.PROD && SETTINGS.readOnPhones && !window.lecternPrerenders) {
    followScreen(router)
  }
  void takeOver()
  // When it starts, Slidev reads once which slides to print: the address has to be known by then.
  if (new URLSearchParams(location.search).has('print')) {
    await router.isReady()
  }
}

export default setup

/** Sends the first shown slide to the development server, for its next start. */
async function sendSnapshot(hot: ViteHotContext): Promise<void> {
  await waitForSlide()
  const { takeSnapshot } = await import('../client/snapshots/take-snapshot.ts')
  takeSnapshot(hot)
}
