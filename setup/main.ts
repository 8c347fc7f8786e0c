import { defineAppSetup } from '@slidev/types'

import { loadChineseType } from '../tools/chinese-type.ts'
import { markNoteLanguage } from '../tools/note-language.ts'
import { settleAddress } from '../tools/prerender/client/address.ts'
import { loadStyles, takeOver } from '../tools/prerender/client/take-over.ts'

// Before Slidev makes its router, which reads the address.
settleAddress()

/**
 * Puts the application in the place of the prerendered slide, loads the Chinese type where there is Chinese
 * text, and marks Chinese notes as such.
 */
export default defineAppSetup(async ({ router }) => {
  await loadStyles()
  loadChineseType(document.body, async () => import('../styles/fonts-zh-hant.css'))
  markNoteLanguage(document.body)
  void takeOver()
  // Slidev reads which slides to print once, when it starts: the address has to be known by then.
  if (new URLSearchParams(location.search).has('print')) {
    await router.isReady()
  }
})
