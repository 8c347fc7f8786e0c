import { describe, expect, it } from 'vitest'

import { findSections, isSection, shareShown } from '../../deck/sections.ts'

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

  it('begins a section at a slide that names it, once', () => {
    const slides = [
      { title: 'Talk', section: 'Talk' },
      { title: 'Details', section: 'Appendix' },
      { title: 'More', section: 'Appendix' },
      { title: 'End', section: 'Appendix', layout: 'cover' },
      { title: 'Questions', section: true },
    ]
    expect(findSections(slides, ['cover'])).toEqual([
      { title: '', first: 1, count: 1 },
      { title: 'Appendix', first: 2, count: 3 },
      { title: 'Questions', first: 5, count: 1 },
    ])
  })

  it('begins none where a slide says so', () => {
    const slides = [{}, { layout: 'cover', title: 'A', section: false }]
    expect(findSections(slides, ['cover'])).toEqual([{ title: '', first: 1, count: 2 }])
    expect(findSections([{}, { title: 'Appendix', section: false }], [])).toHaveLength(1)
  })

  it.each(['Appendix', 'appendices', 'Backup', 'Backup slides'])(
    'begins a section at a slide with the title %s, though it has a usual layout',
    (title) => {
      const slides = [{ title: 'Talk' }, { layout: 'cover', title: 'Conclusion' }, { title }]
      expect(findSections(slides, ['cover']).at(-1)).toEqual({ title, first: 3, count: 1 })
    },
  )

  it.each(['Appendix A', 'The appendix', 'Backups', ''])(
    'begins none at one with the title %j',
    (title) => {
      expect(findSections([{ title: 'Talk' }, { title }], ['cover'])).toHaveLength(1)
    },
  )

  it('begins the appendix once, where a section slide and the next one have its title', () => {
    const slides = [{}, { layout: 'cover', title: 'Appendix' }, { title: 'Appendix' }]
    expect(findSections(slides, ['cover']).slice(1)).toEqual([
      { title: 'Appendix', first: 2, count: 2 },
    ])
  })

  it.each([[''], ['  '], [7], [null], [['Appendix']]])(
    'takes no %j for the name of a section',
    (section) => {
      expect(findSections([{}, { title: 'A', section }], ['cover'])).toHaveLength(1)
      expect(isSection(section)).toBe(false)
    },
  )

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
