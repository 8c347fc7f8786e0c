import { describe, expect, it } from 'vitest'

import { checkSlideSettings, isPublicNote } from '../../deck/public-notes.ts'

describe('a note is public', () => {
  it.each([
    [{}, false, false],
    [{}, true, true],
    [{ lectern: { publicNotes: true } }, false, true],
    [{ lectern: { publicNotes: false } }, true, false],
    // YAML has words for it that are none here: a note is never public by accident.
    [{ lectern: { publicNotes: 'yes' } }, false, false],
    [{ lectern: 'publicNotes' }, false, false],
    [{ lectern: null }, true, true],
  ])('of a slide with %j in a deck with %j: %j', (frontmatter, isPublicDeck, expected) => {
    expect(isPublicNote(frontmatter, isPublicDeck)).toBe(expected)
  })
})

describe('the settings of a slide', () => {
  it.each([{}, { lectern: null }, { lectern: { publicNotes: true } }])(
    'may be %j',
    (frontmatter) => {
      expect(() => checkSlideSettings(frontmatter)).not.toThrow()
    },
  )

  it.each([
    [{ lectern: { publicNotes: 'yes' } }, '"lectern: {"publicNotes":"yes"}"'],
    [{ lectern: { sections: 'cover' } }, '"lectern: {"sections":"cover"}"'],
    [{ lectern: true }, '"lectern: true"'],
  ])('are refused as %j', (frontmatter, seen) => {
    expect(() => checkSlideSettings(frontmatter)).toThrow(
      `A slide's frontmatter has ${seen}. Expected "publicNotes: true" or "publicNotes: false"`,
    )
  })
})
