import { expect, it } from 'vitest'

import { describePdf } from '../../print/pdf-problems.ts'
import type { PdfFacts } from '../../print/pdf-problems.ts'

const PERFECT: PdfFacts = {
  missing: new Set(),
  broken: [],
  isTagged: true,
  deadLinks: [],
  hasText: true,
}

it('finds nothing in a PDF that has all', () => {
  expect(describePdf(PERFECT)).toEqual([])
})

it('misses tags where there is text, and blames no browser for pictures alone', () => {
  expect(describePdf({ ...PERFECT, isTagged: false, hasText: false })).toEqual([])
  expect(describePdf({ ...PERFECT, isTagged: false })).toEqual([
    { severity: 'warning', message: expect.stringContaining('Chromium of version 122') },
  ])
})

it('names what readers miss, with its slide where there is one', () => {
  const problems = describePdf({
    ...PERFECT,
    broken: [4],
    missing: new Set([7]),
    deadLinks: [
      { slide: 2, href: '/notes.txt' },
      { slide: 0, href: '/x' },
    ],
  })
  expect(problems).toEqual([
    { slide: 4, severity: 'error', message: expect.stringContaining('more than one page') },
    {
      slide: 2,
      hint: { reference: '/notes.txt' },
      severity: 'error',
      message: expect.stringContaining('/notes.txt'),
    },
    {
      slide: undefined,
      hint: { reference: '/x' },
      severity: 'error',
      message: expect.stringContaining('/x'),
    },
    { severity: 'hint', message: 'links to slides that were not printed are plain text: 7.' },
  ])
})
