import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import type { Finding } from '../../../checks/finding.ts'
import { BUILD } from '../../../commands/build.ts'
import { DOCTOR, reportDiagnosis } from '../../../commands/doctor.ts'
import type { OutputOptions } from '../../../commands/doctor.ts'
import { EXPORT } from '../../../commands/export.ts'
import { HANDOUT } from '../../../commands/handout.ts'
import { PREVIEW } from '../../../commands/preview.ts'
import type { Diagnosis } from '../../../doctor/diagnosis.ts'
import { callWith, makeInvocation } from '../calls.ts'

// The real work, as far as it comes without a browser.

describe('a command that cannot do its work ends with 1 and a message', () => {
  it('for a folder of something else', async () => {
    const invocation = makeInvocation()
    mkdirSync(join(invocation.workingFolder, 'thesis'))
    writeFileSync(join(invocation.workingFolder, 'thesis/thesis.tex'), 'years of work')
    const { code, warned } = await callWith(BUILD, ['--out', 'thesis'], invocation)
    expect(warned).toBe(
      'thesis holds other files than a built deck, which would be lost. Name another folder with --out.',
    )
    expect(code).toBe(1)
    expect(readdirSync(join(invocation.workingFolder, 'thesis'))).toEqual(['thesis.tex'])
  })

  it('for an output that cannot be written', async () => {
    const { code, warned } = await callWith(
      EXPORT,
      ['--output', 'notes.txt/x.pdf'],
      makeInvocation(),
    )
    expect(warned).toMatch(/^notes\.txt\/x\.pdf cannot be written: .*Name another place\.$/)
    expect(code).toBe(1)
  })

  it.each(['export', 'handout'])('for the %s of a folder without a site', async (name) => {
    const args = ['--site', 'built']
    const { code, warned } = await (name === 'export'
      ? callWith(EXPORT, args, makeInvocation())
      : callWith(HANDOUT, args, makeInvocation()))
    expect(warned).toBe('There is no built deck in built. Build the deck first.')
    expect(code).toBe(1)
  })

  it('for a preview before the build', async () => {
    const invocation = makeInvocation()
    const { code, warned } = await callWith(PREVIEW, [], invocation)
    expect(warned).toBe(
      `There is no built deck in ${invocation.project}/dist. Build the deck first.`,
    )
    expect(code).toBe(1)
  })

  it('for a project without its deck', async () => {
    const invocation = { ...makeInvocation(), project: '/nowhere' }
    const { code, warned } = await callWith(BUILD, ['--out', 'x'], invocation)
    expect(warned).toContain('There is no file')
    expect(code).toBe(1)
    expect(existsSync(join(invocation.workingFolder, 'x'))).toBe(false)
  })
})

describe('the doctor ends with 2 where it could not run', () => {
  it('with the place of a declaration that is not understood', async () => {
    const invocation = makeInvocation()
    const deck = '---\ntitle: A deck\ndoctor: { allow: [overlapp] }\n---\n\n# A heading\n'
    writeFileSync(join(invocation.workingFolder, 'declared.md'), deck)
    const { code, printed, warned } = await callWith(DOCTOR, ['declared.md'], invocation)
    expect(warned).toMatch(/^The doctor could not run\. declared\.md:3: "doctor" allows "overlapp"/)
    expect(warned).toContain('Did you mean overlap?')
    expect([code, printed]).toEqual([2, ''])
  })
})

describe('a diagnosis', () => {
  const HEALTHY: Diagnosis = {
    deck: 'slides.md',
    slides: [1],
    modes: ['light', 'dark'],
    checks: ['overlap'],
    findings: [],
    allowed: [],
    unused: [],
    titles: {},
  }
  const FINDING: Finding = {
    check: 'overlap',
    severity: 'error',
    slide: 1,
    slides: [1],
    file: 'slides.md',
    line: 3,
    seen: 'x',
    expected: 'y',
    fix: 'Move it.',
  }
  const INTENDED: Diagnosis = { ...HEALTHY, allowed: [{ ...FINDING, reason: 'a stamp' }] }
  const WARNED: Diagnosis = { ...HEALTHY, findings: [{ ...FINDING, severity: 'warning' }] }
  const ILL: Diagnosis = { ...HEALTHY, findings: [FINDING] }

  const HINTED: Diagnosis = { ...HEALTHY, findings: [{ ...FINDING, severity: 'hint' }] }
  const OUTPUT: OutputOptions = { isJson: false, isAll: false, isStrict: false, least: 'hint' }

  it.each<[string, Diagnosis, Partial<OutputOptions>, number]>([
    ['no finding', HEALTHY, {}, 0],
    ['findings that are all intended', INTENDED, {}, 0],
    ['a warning', WARNED, {}, 0],
    ['an error', ILL, {}, 1],
    ['an error', ILL, { least: 'error' }, 1],
    ['no finding, strictly', HEALTHY, { isStrict: true }, 0],
    ['findings that are all intended, strictly', INTENDED, { isStrict: true }, 0],
    ['a warning, strictly', WARNED, { isStrict: true }, 1],
    ['a hint, strictly', HINTED, { isStrict: true }, 1],
    ['a hint, strictly among warnings', HINTED, { isStrict: true, least: 'warning' }, 0],
  ])('with %s gives its exit code, as a report and as JSON', (_what, diagnosis, options, code) => {
    for (const isJson of [false, true]) {
      const terminal = { print: () => {}, hasColors: false }
      expect(reportDiagnosis(diagnosis, { ...OUTPUT, ...options, isJson }, terminal)).toBe(code)
    }
  })

  it.each([false, true])('leaves out findings of less severity; as JSON: %s', (isJson) => {
    const print = vi.fn<(text: string) => void>()
    const output: OutputOptions = { ...OUTPUT, least: 'warning', isJson }
    reportDiagnosis({ ...HEALTHY, findings: [...WARNED.findings, ...HINTED.findings] }, output, {
      print,
      hasColors: false,
    })
    const printed = print.mock.lastCall?.[0] ?? ''
    expect(printed).toContain('warning')
    expect(printed).not.toContain('hint')
  })

  it('is printed whole as JSON, and in color on a terminal alone', () => {
    const print = vi.fn<(text: string) => void>()
    reportDiagnosis(ILL, { ...OUTPUT, isJson: true }, { print, hasColors: true })
    expect(JSON.parse(print.mock.lastCall?.[0] ?? '')).toEqual(ILL)
    reportDiagnosis(ILL, OUTPUT, { print, hasColors: true })
    expect(print.mock.lastCall?.[0]).toContain('\u001B[31m')
    reportDiagnosis(ILL, OUTPUT, { print, hasColors: false })
    expect(print.mock.lastCall?.[0]).not.toContain('\u001B')
  })
})
