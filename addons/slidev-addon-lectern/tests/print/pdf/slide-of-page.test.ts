import { expect, it } from 'vitest'

import type { SlideModel } from '../../../deck/read-deck.ts'
import { findSlideOfPlace } from '../../../print/pdf/slide-of-page.ts'

function slide(number: number, text: string, note = ''): SlideModel {
  const lines = {
    importers: [],
    frontmatterLines: [],
    contentLines: [{ number: 1, text }],
    noteLines: [{ number: 2, text: note }],
  }
  return {
    number,
    file: 'slides.md',
    path: '/x/slides.md',
    title: '',
    frontmatter: {},
    ownFrontmatter: {},
    images: [],
    ...lines,
  }
}

const SLIDES = [
  slide(1, '# Costs'),
  slide(2, '### **Skipped** level'),
  slide(3, '# Results', 'In short'),
]

/** Two slides on the first page of a handout, and one on the second. */
const DESTINATIONS = new Map([
  [1, { page: 0, top: 800, left: 40 }],
  [2, { page: 0, top: 400, left: 40 }],
  [3, { page: 1, top: 800, left: 40 }],
])

it.each<
  [what: string, page: number | undefined, text: string | undefined, slide: number | undefined]
>([
  ['by its words, among those of its page', 1, 'Skipped level', 2],
  ['of none where its page has several and it has no words', 1, undefined, undefined],
  ['by its words on the page after', 2, 'Results', 3],
  ['by the words of its note', 2, 'In short', 3],
  ['that goes on from the page before', 2, 'Skipped level', 2],
  ['of none for the whole document', undefined, 'Results', undefined],
])('finds the slide %s', (_what, page, text, number) => {
  expect(findSlideOfPlace({ page, text }, DESTINATIONS, SLIDES)).toBe(number)
})
