import { defineAppSetup } from '@slidev/types'

import { markNoteLanguage } from '../tools/note-language.ts'

/**
 * Loads the Chinese type, which only the notes use, without holding up the first slide; and marks
 * Chinese notes as such.
 */
export default defineAppSetup(async ({ router }) => {
  void import('../styles/fonts-zh-hant.css')
  markNoteLanguage(document.body)
  // Slidev reads which slides to print once, when it starts: the address has to be known by then.
  if (new URLSearchParams(location.search).has('print')) {
    await router.isReady()
  }
})
