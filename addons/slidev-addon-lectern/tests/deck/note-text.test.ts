import { describe, expect, it } from 'vitest'

import { toNoteText } from '../../deck/note-text.ts'

describe('a note as plain text', () => {
  it('has no comment marks and no click markers', () => {
    expect(toNoteText(['<!--', 'Say this.', '', '[click] And [click:2] this.', '-->'])).toBe(
      'Say this.\n\nAnd this.',
    )
  })

  it('is empty where there is none', () => {
    expect(toNoteText([])).toBe('')
  })
})
