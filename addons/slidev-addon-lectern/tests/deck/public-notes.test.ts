import { describe, expect, it } from 'vitest'

import { isPublicNote } from '../../deck/public-notes.ts'

describe('a note is public', () => {
  it.each([
    [{}, false, false],
    [{}, true, true],
    [{ lectern: { publicNotes: true } }, false, true],
    [{ lectern: { publicNotes: false } }, true, false],
    // YAML has words for it that are none here: a note is never public by accident.
    [{ lectern: { publicNotes: 'yes' } }, false, false],
    [{ lectern: { publicNotes: 'no' } }, true, false],
    [{ lectern: 'publicNotes' }, false, false],
    [{ lectern: null }, true, true],
  ])('of a slide with %j in a deck with %j: %j', (frontmatter, isPublicDeck, expected) => {
    expect(isPublicNote(frontmatter, isPublicDeck)).toBe(expected)
  })
})
