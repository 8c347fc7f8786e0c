import type { Finding } from '../../checks/finding.ts'
import { CHECKS } from '../../deck/check-names.ts'
import { SEVERITIES } from '../../page/observation.ts'
import { countOf } from '../../page/observation.ts'
import {
  countByCheck,
  formatBriefly,
  formatHeading,
  formatInFull,
  formatInLines,
  ofSeverity,
} from './findings.ts'
import type { ReportStyle } from './findings.ts'

/** Number of lines of a report that does not list everything. */
const SCREENFUL = 40

/** At most this many errors are listed in full on a screenful, and at least one. */
const MOST_IN_FULL = 8

/** Number of lines on a screenful that errors leave to warnings, if there are as many. */
const WARNING_LINES = 14

/**
 * Lists errors and warnings as long as there is room, and counts the others.
 *
 * @param used - Number of lines that follow.
 */
export function listScreenful(
  findings: readonly Finding[],
  style: ReportStyle,
  used: number,
): string[] {
  const [errors = [], warnings = [], hints = []] = SEVERITIES.map((each) =>
    ofSeverity(findings, each),
  )
  const counted = hints.length > 0 ? [formatHints(hints), ''] : []
  const left = SCREENFUL - used - counted.length
  const reserved = warnings.length > 0 ? Math.min(warnings.length + 3, WARNING_LINES) : 0
  const listedErrors = listErrors(errors, style, left - reserved)
  return [...listedErrors, ...listWarnings(warnings, style, left - listedErrors.length), ...counted]
}

function listErrors(errors: readonly Finding[], style: ReportStyle, room: number): string[] {
  if (errors.length === 0) {
    return []
  }
  const heading = formatHeading(errors.length, 'error', style)
  const blocks = formatInFull(errors, style)
  const left = room - heading.length - 1
  const isWhole = errors.length <= MOST_IN_FULL && blocks.flat().length <= left
  // The others need a line between, and at least one line.
  const full = isWhole ? blocks : fit(blocks.slice(0, MOST_IN_FULL), left - 2)
  const rest = errors.slice(full.length)
  const listed = [...heading, ...full.flat(), ...(rest.length > 0 ? [''] : [])]
  return [...listed, ...listInLines(rest, style, room - listed.length - 1), '']
}

function listWarnings(warnings: readonly Finding[], style: ReportStyle, room: number): string[] {
  if (warnings.length === 0) {
    return []
  }
  const sorted = warnings.toSorted(
    (one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
  )
  const heading = formatHeading(warnings.length, 'warning', style)
  const left = room - heading.length - 1
  const brief = formatBriefly(sorted, style).flat()
  return [...heading, ...(brief.length <= left ? brief : listInLines(sorted, style, left)), '']
}

/** Lists findings in one line each as long as there is room, some of each check, and counts the others. */
function listInLines(findings: readonly Finding[], style: ReportStyle, room: number): string[] {
  if (findings.length <= room) {
    return formatInLines(findings, style)
  }
  const shown = new Set(takeTurns(findings).slice(0, Math.max(0, room - 1)))
  const listed = findings.filter((finding) => shown.has(finding))
  const rest = findings.filter((finding) => !shown.has(finding))
  const words = `${shown.size > 0 ? 'and ' : ''}${rest.length} more: ${countByCheck(rest)}. --all lists them.`
  return [...formatInLines(listed, style), `  ${style.marks.faint(words)}`]
}

/** Sorts findings so that the first one of each check comes before the second one of any. */
function takeTurns(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  return findings
    .map((finding) => {
      const turn = counts.get(finding.check) ?? 0
      counts.set(finding.check, turn + 1)
      return { finding, turn }
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ finding }) => finding)
}

/** Returns the first blocks that have room together, at least one. */
function fit(blocks: readonly string[][], room: number): string[][] {
  let used = 0
  return blocks.filter((block, index) => {
    used += block.length
    return index === 0 || used <= room
  })
}

function formatHints(hints: readonly Finding[]): string {
  const them = hints.length === 1 ? 'it' : 'them'
  return `${countOf(hints.length, 'hint')}: ${countByCheck(hints)}. --all lists ${them}.`
}
