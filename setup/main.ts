import { defineAppSetup } from '@slidev/types'

import { markNoteLanguage } from '../tools/note-language.ts'

/**
 * Loads the Chinese type, which only the notes use, without holding up the first slide; and marks
 * Chinese notes as such.
 */
export default defineAppSetup(() => {
  void import('../styles/fonts-zh-hant.css')
  markNoteLanguage(document.body)
})
