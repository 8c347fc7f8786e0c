import { expect, it } from 'vitest'

import { describePdf } from '../../print/pdf-problems.ts'
import type { PdfFacts } from '../../print/pdf-problems.ts'

const PERFECT: PdfFacts = {
  missing: new Set(),
  broken: [],
  isTagged: true,
  deadLinks: [],
  hasText: true,
  faults: [],
  hints: [],
  isArchive: false,
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
      { slide: 2, href: '/notes.txt', text: 'notes', isFile: false },
      { slide: 0, href: '/x', text: 'x', isFile: false },
    ],
  })
  expect(problems).toEqual([
    { slide: 4, severity: 'error', message: expect.stringContaining('more than one page') },
    {
      slide: 2,
      hint: expect.objectContaining({ reference: '/notes.txt', text: 'notes' }),
      severity: 'error',
      message: expect.stringContaining('/notes.txt'),
    },
    {
      slide: undefined,
      hint: expect.objectContaining({ reference: '/x' }),
      severity: 'error',
      message: expect.stringContaining('/x'),
    },
    { severity: 'hint', message: 'links to slides that were not printed are plain text: 7.' },
  ])
})

it('names the rule that keeps a PDF from claiming PDF/UA, and what to do', () => {
  const fault = { clause: '7.4.2-1', seen: 'a heading is skipped', fix: 'Write ##.', text: 'Costs' }
  expect(describePdf({ ...PERFECT, faults: [{ ...fault, slide: 3 }] })).toEqual([
    {
      slide: 3,
      hint: { text: 'Costs' },
      severity: 'warning',
      message:
        'the PDF does not claim PDF/UA-1, because a heading is skipped (rule 7.4.2-1). Write ##.',
    },
  ])
})

it('claims nothing for an archive either', () => {
  const fault = { clause: '7.4.2-1', seen: 'a heading is skipped', fix: 'Write ##.' }
  const [problem] = describePdf({ ...PERFECT, faults: [fault], isArchive: true })
  expect(problem?.message).toMatch(/^the PDF claims neither PDF\/UA-1 nor PDF\/A-2a, because /)
})

it('tells which images have no alternative text, and what readers hear instead', () => {
  const box = { root: 0, slide: 5, left: 0, top: 0, width: 1, height: 1 }
  const hints = [
    {
      kind: 'figure' as const,
      alt: 'Image costs',
      box,
      unnamed: { address: '/costs.png', nth: 1 },
    },
    { kind: 'figure' as const, alt: 'A curve that falls', box },
  ]
  expect(describePdf({ ...PERFECT, hints })).toEqual([
    {
      slide: 5,
      hint: { reference: '/costs.png', nth: 1 },
      severity: 'warning',
      message: expect.stringContaining('hear "Image costs"'),
    },
  ])
})
