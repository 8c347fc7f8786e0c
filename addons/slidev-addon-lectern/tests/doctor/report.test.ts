import { stripVTControlCharacters } from 'node:util'

import { describe, expect, it } from 'vitest'

import type { Finding } from '../../checks/finding.ts'
import { CHECKS } from '../../deck/check-names.ts'
import type { Diagnosis } from '../../doctor/examine-deck.ts'
import { COLORED, formatJson, formatReport } from '../../doctor/report.ts'

const CUT_OFF: Finding = {
  check: 'overflow',
  slide: 2,
  file: 'slides.md',
  line: 9,
  seen: '"the last point" is 12 px below the slide',
  expected: 'text within the slide',
  fix: 'Shorten the slide, or split it.',
  when: 'at click 2',
}

const COVERED: Finding = {
  check: 'overlap',
  slide: 2,
  file: 'slides.md',
  line: 10,
  seen: '"a label" is covered by chart.png',
  expected: 'every text in sight',
  fix: 'Move it.',
}

const MISSPELLED: Finding = {
  check: 'spelling',
  slide: 4,
  file: 'more.md',
  line: 1,
  seen: '"volcabulary" is not in the dictionary',
  expected: 'an English word, or one listed in words.txt',
  fix: 'Write "vocabulary", or add the word to words.txt, one word a line.',
}

const HEALTHY: Diagnosis = {
  deck: 'slides.md',
  slides: [1, 2, 3, 4],
  modes: ['light', 'dark'],
  checks: [...CHECKS],
  findings: [],
  allowed: [],
  unused: [],
  titles: { 1: 'A talk', 2: 'Results', 3: 'More' },
}

const ILL: Diagnosis = {
  ...HEALTHY,
  findings: [CUT_OFF, COVERED, MISSPELLED],
  allowed: [
    { ...COVERED, slide: 3, line: 20, reason: 'the label belongs on the image' },
    { ...CUT_OFF, slide: 3, line: 21, reason: '' },
  ],
  unused: [{ check: 'fonts', slide: 1, file: 'slides.md', line: 3, reason: 'a logo' }],
}

describe('a report', () => {
  it('lists findings by slide, intended ones and unused exceptions, and sums up', () => {
    expect(formatReport(ILL)).toMatchInlineSnapshot(`
      "Slide 2 · Results
        slides.md:9: overflow: "the last point" is 12 px below the slide (at click 2).
          Expected text within the slide.
          Fix: Shorten the slide, or split it.
        slides.md:10: overlap: "a label" is covered by chart.png.
          Expected every text in sight.
          Fix: Move it.

      Slide 4
        more.md:1: spelling: "volcabulary" is not in the dictionary.
          Expected an English word, or one listed in words.txt.
          Fix: Write "vocabulary", or add the word to words.txt, one word a line.

      Intended, as the deck declares
        slides.md:20: overlap on slide 3: "a label" is covered by chart.png. Reason: the label belongs on the image
        slides.md:21: overflow on slide 3: "the last point" is 12 px below the slide. Reason: none given; add one

      slides.md:3: "doctor" allows fonts, but there is no such finding. Remove it.
      slides.md: 4 slides, light and dark, 13 checks: 3 findings, 2 intended."
    `)
  })

  it('is one line for a healthy deck', () => {
    expect(formatReport(HEALTHY)).toMatchInlineSnapshot(
      `"slides.md: 4 slides, light and dark, 13 checks: healthy."`,
    )
  })

  it('says what was examined if that is not all', () => {
    const part: Diagnosis = { ...HEALTHY, slides: [3], modes: ['light'], checks: ['spelling'] }
    expect(formatReport(part)).toBe('slides.md: 1 slide, light, 1 check: healthy.')
    expect(lastLine({ ...part, modes: [], findings: [MISSPELLED] })).toBe(
      'slides.md: 1 slide, 1 check: 1 finding.',
    )
  })

  it('counts the intended findings of a healthy deck', () => {
    expect(lastLine({ ...HEALTHY, allowed: ILL.allowed })).toBe(
      'slides.md: 4 slides, light and dark, 13 checks: healthy, 2 intended.',
    )
  })

  it('marks warnings, with which a deck is healthy', () => {
    const warning: Finding = { ...CUT_OFF, severity: 'warning' }
    expect(formatReport({ ...HEALTHY, findings: [warning] })).toMatchInlineSnapshot(`
      "Slide 2 · Results
        slides.md:9: warning: overflow: "the last point" is 12 px below the slide (at click 2).
          Expected text within the slide.
          Fix: Shorten the slide, or split it.

      slides.md: 4 slides, light and dark, 13 checks: healthy, 1 warning."
    `)
    expect(lastLine({ ...ILL, findings: [warning, COVERED] })).toBe(
      'slides.md: 4 slides, light and dark, 13 checks: 1 finding, 1 warning, 2 intended.',
    )
  })

  it('says why the slides were not checked in the browser', () => {
    const unbuilt = [
      '"slidev build" ended with 1:',
      '  theme   default',
      '✗ Build failed in 812ms',
      '[UNRESOLVED_IMPORT] Could not resolve "/no.png" in slides.md__slidev_2.md',
      '    at rolldown (node_modules/rolldown/dist/index.mjs:1:2)',
    ].join('\n')
    const report = formatReport({ ...HEALTHY, modes: [], findings: [MISSPELLED], unbuilt })
    expect(report).toMatchInlineSnapshot(`
      "Slide 4
        more.md:1: spelling: "volcabulary" is not in the dictionary.
          Expected an English word, or one listed in words.txt.
          Fix: Write "vocabulary", or add the word to words.txt, one word a line.

      The deck does not build, so its slides were not checked in the browser: [UNRESOLVED_IMPORT] Could not resolve "/no.png" in slides.md__slidev_2.md

      slides.md: 4 slides, 13 checks: 1 finding."
    `)
  })

  it.each([
    ['Building …\nSyntaxError: Unexpected token\n  at x', 'SyntaxError: Unexpected token'],
    ['Building …\n  Failed to load vite.config.ts\nend', 'Failed to load vite.config.ts'],
    ['Building …\nCannot find module "x"\n', 'Cannot find module "x"'],
    ['it ended with 1\nwithout a word', 'it ended with 1'],
    [
      'Build failed with 1 error:\n[UNRESOLVED_IMPORT] Could not resolve "/x.png"',
      '[UNRESOLVED_IMPORT] Could not resolve "/x.png"',
    ],
  ])('finds in the build’s output %j what went wrong', (unbuilt, reason) => {
    expect(formatReport({ ...HEALTHY, modes: [], unbuilt }).split('\n')[0]).toBe(
      `The deck does not build, so its slides were not checked in the browser: ${reason}`,
    )
  })

  it.each([
    ['a healthy deck', HEALTHY],
    ['findings', ILL],
    ['a deck that does not build', { ...ILL, unbuilt: 'Error: no' }],
  ])('is the same for %s in color', (_what, diagnosis) => {
    const colored = formatReport(diagnosis, COLORED)
    expect(colored).not.toBe(formatReport(diagnosis))
    expect(stripVTControlCharacters(colored)).toBe(formatReport(diagnosis))
  })
})

it('writes the whole diagnosis as JSON', () => {
  expect(JSON.parse(formatJson(ILL))).toEqual(ILL)
})

function lastLine(diagnosis: Diagnosis): string {
  return formatReport(diagnosis).replace(/^[^]*\n/, '')
}
