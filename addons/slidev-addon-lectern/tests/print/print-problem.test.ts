import { describe, expect, it } from 'vitest'

import {
  listProblems,
  placeProblems,
  refuseProblems,
  sumUpProblems,
} from '../../print/print-problem.ts'
import type { PrintProblem } from '../../print/print-problem.ts'
import { writeDeck } from '../harness/decks.ts'

const PROBLEMS: readonly PrintProblem[] = [
  { slide: 2, severity: 'hint', message: 'it is small.' },
  { severity: 'warning', message: 'x.example did not answer.' },
  { slide: 3, severity: 'error', message: 'it is cut off.' },
  { slide: 2, severity: 'warning', message: 'it is gray.' },
  { slide: 1, severity: 'error', message: 'it is cut off.' },
  { slide: 3, severity: 'error', message: 'it is cut off.' },
  { slide: 2, severity: 'error', message: 'it is missing.' },
]

/** Returns problems of one severity, each with a message of its own. */
function many(count: number, severity: PrintProblem['severity']): PrintProblem[] {
  return Array.from({ length: count }, (_, index) => ({
    severity,
    message: `${severity} ${index}`,
  }))
}

describe('the list of problems', () => {
  it('has the worst first, then those of earlier slides, and a line for each cause', () => {
    expect(listProblems(PROBLEMS)).toEqual([
      'error: slides 1, 3: it is cut off.',
      'error: slide 2: it is missing.',
      'warning: x.example did not answer.',
      'warning: slide 2: it is gray.',
      'hint: slide 2: it is small.',
    ])
  })

  it('names the line of a slide in the author’s file', async () => {
    const deck = await writeDeck('# One\n\n---\n\n# Two\n')
    const problems: PrintProblem[] = [
      { slide: 2, severity: 'error', message: 'it is cut off.' },
      { severity: 'hint', message: 'of the deck.' },
      { file: 'part.md', line: 7, severity: 'error', message: 'of a line.' },
    ]
    expect(listProblems(placeProblems(problems, deck))).toEqual([
      'error: part.md:7: of a line.',
      expect.stringMatching(/^error: .*slides\.md:5, slide 2: it is cut off\.$/),
      'hint: of the deck.',
    ])
  })

  it('names the line of what has the problem, where it is known', async () => {
    const deck = await writeDeck('# One\n\n---\n\n# Two\n\nA [note](/notes.txt).\n')
    const problem = { slide: 2, severity: 'error', message: 'it leads nowhere.' } as const
    const placed = placeProblems([{ ...problem, hint: { reference: '/notes.txt' } }], deck)
    expect(placed).toEqual([{ ...problem, file: deck.file, line: 7 }])
  })

  it('is less than a screenful: further warnings and hints are counted', () => {
    const lines = listProblems([...many(3, 'hint'), ...many(14, 'warning'), ...many(1, 'error')])
    expect(lines).toHaveLength(16)
    expect(lines.at(-1)).toBe('and 3 hints more; --all lists them')
    expect(listProblems(many(18, 'hint'), Infinity)).toHaveLength(18)
  })

  it('has every error', () => {
    const lines = listProblems([...many(17, 'error'), ...many(2, 'warning')])
    expect(lines.slice(-2)).toEqual(['error: error 16', 'and 2 warnings more; --all lists them'])
  })
})

describe('the sum of problems', () => {
  it('counts causes, and says on which slides the errors are', () => {
    expect(sumUpProblems(PROBLEMS)).toBe(
      '5 problems: 2 errors on slides 1, 2, 3, 2 warnings, 1 hint',
    )
    expect(sumUpProblems([{ slide: 7, severity: 'error', message: 'x' }])).toBe(
      '1 problem: 1 error on slide 7',
    )
    expect(sumUpProblems([{ severity: 'error', message: 'x' }])).toBe('1 problem: 1 error')
  })

  it('is empty where there is none', () => {
    expect(sumUpProblems([])).toBe('')
  })
})

describe('a strict command', () => {
  it('writes nothing where there are errors or warnings, and lists them all', () => {
    expect(() => refuseProblems([...many(20, 'warning'), ...many(1, 'hint')], 'out/x.pdf')).toThrow(
      /^(?:warning: warning \d+\n){20}out\/x\.pdf was not written: 20 problems: 20 warnings$/,
    )
  })

  it('writes where there are only hints', () => {
    expect(() => refuseProblems(many(2, 'hint'), 'out/x.pdf')).not.toThrow()
  })
})
