import { defineAppSetup } from '@slidev/types'

import { markNoteLanguage } from '../tools/note-language.ts'
import { settleAddress } from '../tools/prerender/client/address.ts'
import { loadStyles, takeOver } from '../tools/prerender/client/take-over.ts'

// Before Slidev makes its router, which reads the address.
settleAddress()

/**
 * Loads the Chinese type, which only the notes use, without holding up the first slide; and marks
 * Chinese notes as such.
 */
export default defineAppSetup(async ({ router }) => {
  await loadStyles()
  void import('../styles/fonts-zh-hant.css')
  markNoteLanguage(document.body)
  void takeOver()
  // Slidev reads which slides to print once, when it starts: the address has to be known by then.
  if (new URLSearchParams(location.search).has('print')) {
    await router.isReady()
  }
})
