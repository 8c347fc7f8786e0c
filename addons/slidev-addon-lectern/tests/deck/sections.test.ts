import { describe, expect, it } from 'vitest'

import { findSections, shareShown } from '../../deck/sections.ts'

describe('findSections', () => {
  it('begins a section at each slide with the cover layout, after a nameless one', () => {
    const slides = [
      { title: 'Talk' },
      { title: 'Outline' },
      { layout: 'cover', title: 'Problem' },
      { layout: 'default', title: 'Goals' },
      { layout: 'cover', title: 'Solution' },
    ]
    expect(findSections(slides, ['cover'])).toEqual([
      { title: '', first: 1, count: 2 },
      { title: 'Problem', first: 3, count: 2 },
      { title: 'Solution', first: 5, count: 1 },
    ])
  })

  it('does not take the title slide for a section, though it says it is a cover', () => {
    expect(
      findSections([{ layout: 'cover', title: 'Talk' }, { title: 'Outline' }], ['cover']),
    ).toEqual([{ title: '', first: 1, count: 2 }])
  })

  it('begins a section at the second slide too', () => {
    expect(
      findSections([{ title: 'Talk' }, { layout: 'cover', title: 'Problem' }], ['cover']),
    ).toEqual([
      { title: '', first: 1, count: 1 },
      { title: 'Problem', first: 2, count: 1 },
    ])
  })

  it('leaves the name of a section empty when its slide has no title', () => {
    expect(findSections([{}, { layout: 'cover' }], ['cover']).at(-1)?.title).toBe('')
  })

  it('finds no section in a deck without slides', () => {
    expect(findSections([], ['cover'])).toEqual([])
  })
})

describe('shareShown', () => {
  const section = { title: 'Problem', first: 3, count: 4 }

  it.each([
    [2, 0],
    [3, 0.25],
    [4, 0.5],
    [6, 1],
    [7, 1],
    [1, 0],
  ])('of slides 3 to 6 is on slide %i: %d', (page, share) => {
    expect(shareShown(section, page)).toBe(share)
  })
})
