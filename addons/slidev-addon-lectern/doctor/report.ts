import type { AllowedFinding, Exception } from '../checks/exceptions.ts'
import { isError } from '../checks/finding.ts'
import type { Finding } from '../checks/finding.ts'
import type { Diagnosis } from './examine-deck.ts'

/** Functions that mark parts of a report. */
export interface Marks {
  bold: (text: string) => string
  faint: (text: string) => string
  bad: (text: string) => string
  good: (text: string) => string
}

/** Marks for logs: none. */
export const PLAIN: Marks = { bold: String, faint: String, bad: String, good: String }

/** Marks for terminals with colors. */
export const COLORED: Marks = {
  bold: (text) => `\u001b[1m${text}\u001b[0m`,
  faint: (text) => `\u001b[2m${text}\u001b[0m`,
  bad: (text) => `\u001b[31m${text}\u001b[0m`,
  good: (text) => `\u001b[32m${text}\u001b[0m`,
}

/** Formats a diagnosis for the author: findings by slide, intended ones, unused exceptions, and a summary. */
export function formatReport(diagnosis: Diagnosis, marks: Marks = PLAIN): string {
  const { findings, allowed, unused, unbuilt } = diagnosis
  return [
    ...formatSlides(diagnosis, marks),
    ...(unbuilt ? [formatUnbuilt(unbuilt, marks)] : []),
    ...(allowed.length > 0
      ? [marks.bold('Intended, as the deck declares'), ...allowed.map(formatAllowed), '']
      : []),
    ...unused.map(formatUnused),
    findings.some(isError) ? marks.bad(summarize(diagnosis)) : marks.good(summarize(diagnosis)),
  ].join('\n')
}

/** Formats a diagnosis as JSON, for programs. */
export function formatJson(diagnosis: Diagnosis): string {
  return JSON.stringify(diagnosis, undefined, 2)
}

function formatSlides({ findings, titles }: Diagnosis, marks: Marks): string[] {
  const slides = [...new Set(findings.map(({ slide }) => slide))]
  return slides.flatMap((slide) => [
    marks.bold(`Slide ${slide}${titles[slide] ? ` · ${titles[slide]}` : ''}`),
    ...findings
      .filter((finding) => finding.slide === slide)
      .map((each) => formatFinding(each, marks)),
    '',
  ])
}

function formatFinding(finding: Finding, marks: Marks): string {
  const { check, file, line, seen, when, expected, fix } = finding
  const severity = isError(finding) ? '' : 'warning: '
  return [
    `  ${marks.bold(`${file}:${line}`)}: ${severity}${check}: ${seen}${when ? ` (${when})` : ''}.`,
    `    ${marks.faint('Expected')} ${expected}.`,
    `    ${marks.faint('Fix:')} ${fix}`,
  ].join('\n')
}

function formatAllowed({ check, slide, file, line, seen, reason }: AllowedFinding): string {
  const why = reason || 'none given; add one'
  return `  ${file}:${line}: ${check} on slide ${slide}: ${seen}. Reason: ${why}`
}

/** Names the setting with the exception: `lectern.allow` of the headmatter, or `doctor` of a slide. */
function formatUnused({ file, line, check, slide }: Exception): string {
  const setting = slide === undefined ? 'lectern.allow' : 'doctor'
  return `${file}:${line}: "${setting}" allows ${check}, but there is no such finding. Remove it.`
}

/** Matches lines of a build's output that say what went wrong, the most specific first. */
const REASONS = [
  /^.*\[[A-Z]+_[A-Z_]+\].*$/m,
  /^.*(?:could not|cannot|failed to) .*$/im,
  /^.*Error: .*$/m,
]

function formatUnbuilt(output: string, marks: Marks): string {
  const [reason = output.split('\n')[0] ?? ''] = REASONS.flatMap((each) => each.exec(output) ?? [])
  return `${marks.bad('The deck does not build')}, so its slides were not checked in the browser: ${reason.trim()}\n`
}

function summarize({ deck, findings, allowed, slides, modes, checks }: Diagnosis): string {
  const where = [count(slides.length, 'slide'), ...(modes.length > 0 ? [modes.join(' and ')] : [])]
  const what = `${deck}: ${where.join(', ')}, ${count(checks.length, 'check')}`
  const intended = allowed.length > 0 ? `, ${allowed.length} intended` : ''
  const errors = findings.filter(isError).length
  const warnings = findings.length - errors
  const verdict = errors === 0 ? 'healthy' : count(errors, 'finding')
  const warned = warnings > 0 ? `, ${count(warnings, 'warning')}` : ''
  return `${what}: ${verdict}${warned}${intended}.`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
