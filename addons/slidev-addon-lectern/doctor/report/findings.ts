import type { Finding } from '../../checks/finding.ts'
import { countOf } from '../../page/observation.ts'
import type { Severity } from '../../page/observation.ts'
import { clip, formatNumbers, shorten, wrap } from './lines.ts'
import type { Marks } from './lines.ts'

/** How a report is written. */
export interface ReportStyle {
  marks: Marks
  /** Number of characters in a line; `undefined` for lines of any length. */
  width: number | undefined
  /** Slide titles by number. */
  titles: Readonly<Record<number, string>>
  /** Whether the deck does not build, so that no browser had a console. */
  isUnbuilt: boolean
}

/** Length to which one-line findings are cut where lines may be of any length. */
const LOG_WIDTH = 160

/** Formats findings in full, under the titles of their slides. */
export function formatInFull(findings: readonly Finding[], style: ReportStyle): string[][] {
  const { marks, titles, width } = style
  return findings.map((finding, index) => {
    const { slide, file, line, expected, fix } = finding
    const title = titles[slide] ? ` · ${titles[slide]}` : ''
    const isNew = findings[index - 1]?.slide !== slide
    const place = `${file}:${line}`
    return [
      ...(isNew ? [...(index > 0 ? [''] : []), marks.bold(`Slide ${slide}${title}`)] : []),
      ...markPlace(wrap(`${place}: ${describe(finding, style)}.`, 2, width), place, marks),
      ...wrap(`Expected ${expected}.`, 4, width).map((each) => marks.faint(each)),
      ...wrap(`Fix: ${fix}`, 4, width).map((each) => marks.faint(each)),
    ]
  })
}

/** Formats each finding in one or two lines, and in another one how to fix it. */
export function formatBriefly(findings: readonly Finding[], style: ReportStyle): string[][] {
  const { marks, width = LOG_WIDTH } = style
  return findings.map((finding) => {
    const { file, line, fix } = finding
    const place = `${file}:${line}`
    const where = describeWhere(finding)
    // Two lines break at words, so that some room is left over.
    const text = shorten(
      `${place}: ${describeAnywhere(finding, style)}`,
      width * 2 - 24 - where.length,
    )
    return [
      ...markPlace(wrap(`${text}${where}.`, 2, style.width), place, marks),
      marks.faint(clip(`    Fix: ${fix}`, width)),
    ]
  })
}

/** Formats each finding in one line, with the number of its slides. */
export function formatInLines(findings: readonly Finding[], style: ReportStyle): string[] {
  const { marks, width = LOG_WIDTH } = style
  return findings.map((finding) => {
    const { file, line, slides } = finding
    const place = `${file}:${line}`
    const where = slides.length > 1 ? `, ${countOf(slides.length, 'slide')}` : ''
    const text = `  ${place}: ${describeAnywhere(finding, style, where)}`
    return markPlace([shorten(text, width)], place, marks).join('')
  })
}

function markPlace([first = '', ...others]: string[], place: string, { bold }: Marks): string[] {
  return [first.replace(place, () => bold(place)), ...others]
}

function describe(finding: Finding, style: ReportStyle): string {
  return `${describeAnywhere(finding, style)}${describeWhere(finding)}`
}

/** Returns the name of the check and what it saw. The reason why a deck does not build has no name: it is no check's. */
function describeAnywhere(
  { check, seen }: Finding,
  { isUnbuilt }: ReportStyle,
  where = '',
): string {
  return isUnbuilt && check === 'console' ? seen : `${check}${where}: ${seen}`
}

/** Returns `, on 3 slides (2-4), in dark mode`; empty for one slide in all of its states. */
function describeWhere({ slides, when }: Finding): string {
  const places = [
    ...(slides.length > 1
      ? [`on ${countOf(slides.length, 'slide')} (${formatNumbers(slides)})`]
      : []),
    ...(when === undefined ? [] : [when]),
  ]
  return places.map((place) => `, ${place}`).join('')
}

/** Counts findings by check: `9 accessibility, 3 spelling`. */
export function countByCheck(findings: readonly Finding[]): string {
  const counts = new Map<string, number>()
  for (const { check } of findings) {
    counts.set(check, (counts.get(check) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([check, count]) => `${count} ${check}`)
    .join(', ')
}

/** Returns the findings of a severity. */
export function ofSeverity(findings: readonly Finding[], severity: Severity): Finding[] {
  return findings.filter((finding) => finding.severity === severity)
}

/** Formats the number of findings of a severity, and the space below it. */
export function formatHeading(count: number, severity: Severity, { marks }: ReportStyle): string[] {
  const mark = { error: marks.bad, warning: marks.weak, hint: marks.bold }[severity]
  return [mark(countOf(count, severity)), '']
}
