import { expect, it } from 'vitest'

import { readReport } from './verapdf.ts'

const RULE = { clause: '7.1', testNumber: 3, description: 'Content shall be tagged' }

/** Returns a report on one file as veraPDF prints it. */
function print(job: Record<string, unknown>): string {
  const report = { jobs: [{ itemDetails: { name: '/x/talk.pdf' }, ...job }] }
  return `WARNING: a font\n${JSON.stringify({ report })}`
}

it('reads a file that conforms', () => {
  const details = { ruleSummaries: [{ ...RULE, failedChecks: 0, checks: [] }] }
  expect(readReport(print({ validationResult: [{ details }] }))).toEqual([
    { file: '/x/talk.pdf', broken: [] },
  ])
})

it('reads each broken rule with its first place', () => {
  const checks = [{ context: 'root/page' }]
  const details = { ruleSummaries: [{ ...RULE, failedChecks: 7, checks }] }
  expect(readReport(print({ validationResult: [{ details }] }))).toEqual([
    {
      file: '/x/talk.pdf',
      broken: [
        { rule: '7.1-3', description: 'Content shall be tagged', count: 7, first: 'root/page' },
      ],
    },
  ])
})

it('reads why a file could not be checked', () => {
  const job = { taskException: { exceptionMessage: 'no PDF' } }
  expect(readReport(print(job))).toEqual([{ file: '/x/talk.pdf', broken: [], error: 'no PDF' }])
})
