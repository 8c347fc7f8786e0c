import { stripVTControlCharacters } from 'node:util'

import { describe, expect, it } from 'vitest'

import type { Finding } from '../../checks/finding.ts'
import { CHECKS } from '../../deck/check-names.ts'
import type { Diagnosis } from '../../doctor/diagnosis.ts'
import { formatJson, formatReport } from '../../doctor/report.ts'
import type { ReportOptions } from '../../doctor/report.ts'
import { clip, COLORED, formatNumbers, wrap } from '../../doctor/report/lines.ts'
import type { Severity } from '../../page/observation.ts'

const CUT_OFF: Finding = {
  check: 'overflow',
  severity: 'error',
  slide: 2,
  slides: [2],
  file: 'slides.md',
  line: 9,
  seen: '"the last point" is 12 px below the slide',
  expected: 'text within the slide',
  fix: 'Shorten the slide, or split it.',
  when: 'at click 2',
}

const COVERED: Finding = {
  check: 'overlap',
  severity: 'error',
  slide: 2,
  slides: [2],
  file: 'slides.md',
  line: 10,
  seen: '"a label" is covered by chart.png',
  expected: 'every text in sight',
  fix: 'Move it.',
}

const MISSPELLED: Finding = {
  check: 'spelling',
  severity: 'hint',
  slide: 4,
  slides: [4],
  file: 'more.md',
  line: 1,
  seen: '"volcabulary" is not in the dictionary',
  expected: 'an English word, or one listed in words.txt',
  fix: 'Write "vocabulary", or add the word to words.txt, one word a line.',
}

const PALE: Finding = {
  check: 'accessibility',
  severity: 'warning',
  slide: 3,
  slides: [2, 3, 4, 7],
  file: 'slides.md',
  line: 14,
  seen: '"a subtitle" has a contrast of 3.9:1 (#808080 on #ffffff)',
  expected: 'at least 4.5:1',
  fix: 'Choose a darker color.',
  when: 'in light mode',
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
  findings: [CUT_OFF, COVERED, PALE, MISSPELLED],
  allowed: [
    { ...COVERED, slide: 3, slides: [3], line: 20, reason: 'the label belongs on the image' },
    { ...CUT_OFF, slide: 3, slides: [3], line: 21, reason: '' },
  ],
  unused: [{ check: 'fonts', slide: 1, file: 'slides.md', line: 3, reason: 'a logo' }],
}

/** Makes findings that differ in their lines. */
function repeat(finding: Finding, count: number, severity: Severity = finding.severity): Finding[] {
  return Array.from({ length: count }, (_, index) => ({ ...finding, line: 100 + index, severity }))
}

describe('a report', () => {
  it('lists errors in full and warnings in brief, counts hints, and sums up', () => {
    expect(formatReport(ILL)).toMatchInlineSnapshot(`
      "2 errors

      Slide 2 · Results
        slides.md:9: overflow: "the last point" is 12 px below the slide, at click 2.
          Expected text within the slide.
          Fix: Shorten the slide, or split it.
        slides.md:10: overlap: "a label" is covered by chart.png.
          Expected every text in sight.
          Fix: Move it.

      1 warning

        slides.md:14: accessibility: "a subtitle" has a contrast of 3.9:1 (#808080 on #ffffff), on 4 slides (2-4, 7), in light mode.
          Fix: Choose a darker color.

      1 hint: 1 spelling. --all lists it.

      slides.md:3: "doctor" allows fonts, but there is no such finding. Remove it.
      slides.md: 4 slides, light and dark, 13 checks: 2 errors, 1 warning, 1 hint, 2 intended."
    `)
  })

  it('lists everything in full where that is asked for, and intended findings', () => {
    expect(formatReport(ILL, { isAll: true })).toMatchInlineSnapshot(`
      "2 errors

      Slide 2 · Results
        slides.md:9: overflow: "the last point" is 12 px below the slide, at click 2.
          Expected text within the slide.
          Fix: Shorten the slide, or split it.
        slides.md:10: overlap: "a label" is covered by chart.png.
          Expected every text in sight.
          Fix: Move it.

      1 warning

      Slide 3 · More
        slides.md:14: accessibility: "a subtitle" has a contrast of 3.9:1 (#808080 on #ffffff), on 4 slides (2-4, 7), in light mode.
          Expected at least 4.5:1.
          Fix: Choose a darker color.

      1 hint

      Slide 4
        more.md:1: spelling: "volcabulary" is not in the dictionary.
          Expected an English word, or one listed in words.txt.
          Fix: Write "vocabulary", or add the word to words.txt, one word a line.

      Intended, as the deck declares

        slides.md:20: overlap on slide 3: "a label" is covered by chart.png. Reason: the label belongs on the image
        slides.md:21: overflow on slide 3: "the last point" is 12 px below the slide. Reason: none given; add one

      slides.md:3: "doctor" allows fonts, but there is no such finding. Remove it.
      slides.md: 4 slides, light and dark, 13 checks: 2 errors, 1 warning, 1 hint, 2 intended."
    `)
  })

  it('is one line for a healthy deck', () => {
    expect(formatReport(HEALTHY)).toMatchInlineSnapshot(
      `"slides.md: 4 slides, light and dark, 13 checks: healthy."`,
    )
  })

  it.each<[string, Partial<Diagnosis>, string]>([
    [
      'what was examined',
      { slides: [3], modes: ['light'], checks: ['spelling'] },
      'slides.md: 1 slide, light, 1 check: healthy.',
    ],
    [
      'that the browser was not needed',
      { slides: [3], modes: [], checks: ['spelling'] },
      'slides.md: 1 slide, 1 check: healthy.',
    ],
    [
      'intended findings',
      { allowed: ILL.allowed },
      'slides.md: 4 slides, light and dark, 13 checks: healthy, 2 intended.',
    ],
    [
      'the absence of errors',
      { findings: [PALE, MISSPELLED] },
      'slides.md: 4 slides, light and dark, 13 checks: no errors, 1 warning, 1 hint.',
    ],
    [
      'errors alone',
      { findings: [CUT_OFF] },
      'slides.md: 4 slides, light and dark, 13 checks: 1 error.',
    ],
  ])('tells in its last line %s', (_what, changes, line) => {
    expect(lastLine({ ...HEALTHY, ...changes })).toBe(line)
  })

  it('says why the slides were not checked in the browser', () => {
    const unbuilt =
      '✗ Build failed in 812ms\n    at rolldown (node_modules/rolldown/dist/index.mjs:1:2)'
    const report = formatReport({ ...HEALTHY, modes: [], findings: [CUT_OFF], unbuilt })
    expect(report).toContain(
      'The deck does not build, so its slides were not checked in the browser.\n',
    )
    expect(report).not.toContain('rolldown')
  })

  it('names no check for the reason why a deck does not build', () => {
    const unclosed: Finding = { ...CUT_OFF, check: 'console', seen: '<b> has no end' }
    const diagnosis = { ...HEALTHY, findings: [unclosed] }
    expect(formatReport({ ...diagnosis, unbuilt: 'no' })).toContain('slides.md:9: <b> has no end,')
    expect(formatReport(diagnosis)).toContain('slides.md:9: console: <b> has no end,')
  })

  it.each([
    ['a healthy deck', HEALTHY],
    ['findings', ILL],
    ['a deck that does not build', { ...ILL, unbuilt: 'Error: no' }],
  ])('is the same for %s in color', (_what, diagnosis) => {
    const colored = formatReport(diagnosis, { marks: COLORED })
    expect(colored).not.toBe(formatReport(diagnosis))
    expect(stripVTControlCharacters(colored)).toBe(formatReport(diagnosis))
  })

  it('ends in red where it fails: with an error, or if it is strict with any finding', () => {
    const isRed = (findings: Finding[], isStrict: boolean): boolean =>
      lastLine({ ...HEALTHY, findings }, { marks: COLORED, isStrict }).startsWith('\u001B[31m')
    expect([isRed([CUT_OFF], false), isRed([PALE], false)]).toEqual([true, false])
    expect([isRed([MISSPELLED], true), isRed([], true)]).toEqual([true, false])
  })
})

describe('a report of many findings', () => {
  const MANY = [
    ...repeat(CUT_OFF, 30),
    ...repeat(COVERED, 20),
    ...repeat(PALE, 50),
    ...repeat(MISSPELLED, 50),
  ]

  it.each<[string, Finding[]]>([
    ['findings of all severities', MANY],
    ['errors', repeat(CUT_OFF, 50)],
    ['warnings', repeat(PALE, 50)],
    ['errors with as many warnings as fit', [...repeat(CUT_OFF, 5), ...repeat(PALE, 9)]],
    [
      'long errors',
      repeat({ ...CUT_OFF, fix: 'Shorten the slide, or split it in two. '.repeat(8) }, 50),
    ],
  ])('is a screenful for %s', (_what, findings) => {
    for (const width of [80, 100, undefined]) {
      const lines = formatReport({ ...HEALTHY, findings }, { width }).split('\n')
      expect(lines.length).toBeLessThanOrEqual(40)
      expect(lines.length).toBeGreaterThan(20)
      const wide = lines.slice(0, -1).filter((line) => width !== undefined && line.length > width)
      expect(wide).toEqual([])
    }
  })

  it('counts what has no room', () => {
    const report = formatReport({ ...HEALTHY, findings: MANY }, { width: 100 })
    const [errors, warnings] = report.split('50 warnings')
    expect(errors).toMatch(/^50 errors\n/)
    expect(errors?.match(/and (\d+) more: (\d+) overflow, (\d+) overlap\. --all/)).not.toBeNull()
    const listed = warnings?.match(/slides\.md:\d+: accessibility, 4 slides/g) ?? []
    const rest = Number(/and (\d+) more: /.exec(warnings ?? '')?.[1])
    expect(listed.length + rest).toBe(50)
    expect(report).toContain('50 hints: 50 spelling. --all lists them')
  })

  it('has a line of each check before the second one of any', () => {
    const fetched: Finding = { ...PALE, check: 'network', seen: 'x.png is requested by <img>' }
    const findings = [...repeat(CUT_OFF, 30, 'warning'), ...repeat(PALE, 30), fetched]
    const report = formatReport({ ...HEALTHY, findings }, { width: 100 })
    expect(report).toContain('slides.md:14: network, 4 slides: x.png is requested by <img>')
    expect(report.match(/more: .*/)?.[0]).not.toContain('network')
  })

  it('shortens what is quoted, not what is measured', () => {
    const quoted = 'Object-oriented programming is a way of organizing a program'
    const pale = { ...PALE, seen: `"${quoted}" has a contrast of 2.7:1 (#428c5d on #3a3a3a)` }
    const report = formatReport({ ...HEALTHY, findings: repeat(pale, 50) }, { width: 100 })
    expect(report).toContain(
      '  slides.md:100: accessibility, 4 slides: "Object-orien …" has a contrast of 2.7:1 (#428c5d on',
    )
  })

  it('lists at least the first error in full', () => {
    const report = formatReport({ ...HEALTHY, findings: MANY }, { width: 80 })
    expect(report).toContain('  slides.md:100: overflow: "the last point"')
    expect(report).toContain('    Fix: Shorten the slide, or split it.')
  })

  it('lists all of them where that is asked for', () => {
    const report = formatReport({ ...HEALTHY, findings: MANY }, { width: 80, isAll: true })
    expect(report.match(/^ {2}\S+\.md:\d+: /gm)).toHaveLength(150)
    expect(report.match(/^ {4}Fix: /gm)).toHaveLength(150)
  })
})

describe('a line', () => {
  it.each([
    ['one two three', 12, ['  one two', '    three']],
    ['one two three', undefined, ['  one two three']],
    ['a-word-that-is-too-long here', 10, ['  a-word-that-is-too-long', '    here']],
    ['', 10, ['  ']],
  ])('of %j is broken at %s characters', (text, width, lines) => {
    expect(wrap(text, 2, width)).toEqual(lines)
  })

  it('is not cut within an emoji', () => {
    expect(clip('ab📺cd', 5)).toBe('ab …')
  })

  it.each([
    [[1], '1'],
    [[1, 2], '1-2'],
    [[1, 3, 4, 5, 9], '1, 3-5, 9'],
    [[], ''],
  ])('has the slides %j as %j', (numbers, said) => {
    expect(formatNumbers(numbers)).toBe(said)
  })
})

it('writes the whole diagnosis as JSON', () => {
  expect(JSON.parse(formatJson(ILL))).toEqual(ILL)
})

function lastLine(diagnosis: Diagnosis, options: ReportOptions = {}): string {
  return formatReport(diagnosis, options).replace(/^[^]*\n/, '')
}
