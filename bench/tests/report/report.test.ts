import { describe, expect, it } from 'vitest'

import { formatValue, formatSummary } from '../../report/format-values.ts'
import { formatReport, toJson } from '../../report/report.ts'
import { createResults } from '../../report/results.ts'
import type { Results } from '../../report/results.ts'
import { summarize } from '../../report/statistics.ts'

const RUN = { conditions: ['Machine: a test.'], notes: ['Marp: not there.'], durationS: 12.4 }

/** Creates results of three builds and two key presses. */
function someResults(): Results {
  const results = createResults()
  ;[6.123, 6.5, 7].forEach((value) => results.add('build', 'ours', value))
  results.add('build', 'stock', 3.25)
  ;[12, 14].forEach((value) => results.add('key-settled', 'ours', value))
  return results
}

describe('a value', () => {
  it.each([
    [1902.4, 'ms', '1902'],
    [8.96, 'ms', '9.0'],
    [3.256, 's', '3.26'],
    [11.96, 'kB', '12.0'],
    [2458.1, 'kB', '2458'],
    [26, 'count', '26'],
    [26.5, 'count', '26.5'],
    [0.00012, 'shift', '0.0001'],
  ] as const)('%s %s reads %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text)
  })

  it('has the range of its runs, unless they are all the same', () => {
    expect(formatSummary(summarize([3, 1, 2]), 's')).toBe('2.00 [1.00-3.00]')
    expect(formatSummary(summarize([3, 3]), 's')).toBe('3.00')
    expect(formatSummary(undefined, 's')).toBe('-')
  })
})

describe('the report', () => {
  it('lines up what was measured, and leaves out what was not', () => {
    const lines = formatReport(someResults(), RUN).split('\n')
    const start = lines.findIndex((line) => line.startsWith('Building and printing'))
    expect(lines.slice(start, start + 3)).toMatchInlineSnapshot(`
      [
        "Building and printing         this deck  stock Slidev  Marp CLI  / stock  / Marp",
        "---------------------  ----------------  ------------  --------  -------  ------",
        "build, s               6.50 [6.12-7.00]          3.25         -     2.00       -",
      ]
    `)
    expect(lines.join('\n')).not.toContain('Development server')
  })

  it('gives the 95th percentile of key presses', () => {
    expect(formatReport(someResults(), RUN)).toMatch(
      /next slide, opaque.*13\.0 \[12\.0-14\.0\] \*14\.0/,
    )
  })

  it('says of each goal whether it is met, not met or not measured', () => {
    const report = formatReport(someResults(), RUN)
    expect(report).toMatch(/^build, s +6\.50 +3\.25 +- +2\.00 +<= 2\.00 of stock Slidev +met$/m)
    expect(report).toMatch(/^edit to screen, ms .* not measured$/m)
  })

  it('begins with the conditions and ends with what could not be measured', () => {
    const report = formatReport(someResults(), RUN)
    expect(report.startsWith('Machine: a test.\n')).toBe(true)
    expect(report.endsWith('Marp: not there.\n\nMeasured in 12 s.')).toBe(true)
  })

  it('has every value in JSON', () => {
    expect(toJson(someResults(), RUN)).toMatchObject({
      durationS: 12,
      measures: [
        { id: 'key-settled', tools: { ours: { values: [12, 14] } } },
        {
          id: 'build',
          unit: 's',
          tools: {
            ours: { median: 6.5, count: 3, values: [6.123, 6.5, 7] },
            stock: { median: 3.25, values: [3.25] },
          },
        },
      ],
      goals: expect.arrayContaining([
        expect.objectContaining({ label: 'build', reached: 2, isMet: true }),
      ]),
    })
  })
})
