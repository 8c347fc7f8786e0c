import type { AllowedFinding, Exception } from '../checks/exceptions.ts'
import { isError } from '../checks/finding.ts'
import type { Finding } from '../checks/finding.ts'
import { countOf, SEVERITIES } from '../page/observation.ts'
import type { Diagnosis } from './diagnosis.ts'
import { formatHeading, formatInFull, ofSeverity } from './report/findings.ts'
import type { ReportStyle } from './report/findings.ts'
import { PLAIN } from './report/lines.ts'
import type { Marks } from './report/lines.ts'
import { listScreenful } from './report/screenful.ts'

/** Options of {@link formatReport}. */
export interface ReportOptions {
  /** @default PLAIN */
  marks?: Marks
  /**
   * Number of characters in a line.
   *
   * @default lines of any length
   */
  width?: number | undefined
  /**
   * Whether all findings are listed in full, instead of at most a screenful.
   *
   * @default false
   */
  isAll?: boolean
  /**
   * Whether warnings and hints fail the examination, too.
   *
   * @default false
   */
  isStrict?: boolean
}

/** Lines are broken at this width where the terminal is wider. */
const WIDEST = 100

/**
 * Formats a diagnosis for the author: errors in full, warnings in brief, the number of hints, unused exceptions, and a
 * summary.
 */
export function formatReport(diagnosis: Diagnosis, options: ReportOptions = {}): string {
  const { marks = PLAIN, isAll = false, isStrict = false } = options
  const width = options.width === undefined ? undefined : Math.min(options.width, WIDEST)
  const style: ReportStyle = {
    marks,
    width,
    titles: diagnosis.titles,
    isUnbuilt: diagnosis.unbuilt !== undefined,
  }
  const { findings } = diagnosis
  const isFailed = findings.some((finding) => isStrict || isError(finding))
  const end = [
    ...formatUnbuilt(diagnosis, marks),
    ...(isAll ? formatAllowed(diagnosis, marks) : []),
    ...diagnosis.unused.map(formatUnused),
    isFailed ? marks.bad(summarize(diagnosis)) : marks.good(summarize(diagnosis)),
  ]
  const listed = isAll ? listAll(findings, style) : listScreenful(findings, style, end.length)
  return [...listed, ...end].join('\n')
}

/** Formats a diagnosis as JSON, for programs. */
export function formatJson(diagnosis: Diagnosis): string {
  return JSON.stringify(diagnosis, undefined, 2)
}

function listAll(findings: readonly Finding[], style: ReportStyle): string[] {
  return SEVERITIES.flatMap((severity) => {
    const own = ofSeverity(findings, severity)
    return own.length > 0
      ? [...formatHeading(own.length, severity, style), ...formatInFull(own, style).flat(), '']
      : []
  })
}

function formatAllowed({ allowed }: Diagnosis, marks: Marks): string[] {
  return allowed.length > 0
    ? [marks.bold('Intended, as the deck declares'), '', ...allowed.map(formatOneAllowed), '']
    : []
}

function formatOneAllowed({ check, slide, file, line, seen, reason }: AllowedFinding): string {
  const why = reason || 'none given; add one'
  return `  ${file}:${line}: ${check} on slide ${slide}: ${seen}. Reason: ${why}`
}

/** Names the setting with the exception: `lectern.allow` of the headmatter, or `doctor` of a slide. */
function formatUnused({ file, line, check, slide }: Exception): string {
  const setting = slide === undefined ? 'lectern.allow' : 'doctor'
  return `${file}:${line}: "${setting}" allows ${check}, but there is no such finding. Remove it.`
}

function formatUnbuilt({ unbuilt }: Diagnosis, marks: Marks): string[] {
  return unbuilt
    ? [
        `${marks.bad('The deck does not build')}, so its slides were not checked in the browser.`,
        '',
      ]
    : []
}

function summarize({ deck, findings, allowed, slides, modes, checks }: Diagnosis): string {
  const where = [
    countOf(slides.length, 'slide'),
    ...(modes.length > 0 ? [modes.join(' and ')] : []),
  ]
  const what = `${deck}: ${where.join(', ')}, ${countOf(checks.length, 'check')}`
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: ofSeverity(findings, severity).length,
  }))
    .filter(({ severity, count }) => count > 0 || (severity === 'error' && findings.length > 0))
    .map(({ severity, count }) => (count > 0 ? countOf(count, severity) : `no ${severity}s`))
  const verdict = counts.length > 0 ? counts.join(', ') : 'healthy'
  const intended = allowed.length > 0 ? `, ${allowed.length} intended` : ''
  return `${what}: ${verdict}${intended}.`
}
