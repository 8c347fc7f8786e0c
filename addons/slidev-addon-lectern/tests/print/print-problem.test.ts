import { describe, expect, it } from 'vitest'

import { toNoteText } from '../../deck/note-text.ts'
import { describeProblems } from '../../print/print-problem.ts'

describe('problems of slides', () => {
  it('are named with their slide, in the deck’s order, each once', () => {
    const problems = [
      { slide: 2, message: 'is too large.' },
      { message: 'an error.' },
      { slide: 1, message: 'is missing.' },
      { slide: 2, message: 'is too large.' },
    ]
    expect(describeProblems(problems, ['', 'Two'])).toBe(
      'The deck: an error.\nSlide 1: is missing.\nSlide 2 "Two": is too large.',
    )
  })
})

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
