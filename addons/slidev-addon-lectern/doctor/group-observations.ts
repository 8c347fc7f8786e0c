import type { Finding, Mode } from '../checks/finding.ts'
import { CHECKS } from '../deck/check-names.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { findReference } from '../deck/source-lines.ts'
import type { SourceHint } from '../deck/source-lines.ts'
import { locateFinding } from './locate-finding.ts'
import type { ClickSteps, SlideObservation } from './visit-slide.ts'

/** Slide states that were visited. */
export interface VisitedStates {
  modes: readonly Mode[]
  /** Click steps by slide number. */
  clicks: ReadonlyMap<number, ClickSteps>
}

/** Groups observations of the same problem in several states of a slide into one finding each. */
export function groupObservations(
  deck: DeckModel,
  observations: readonly SlideObservation[],
  visited: VisitedStates,
): Finding[] {
  const groups = new Map<string, SlideObservation[]>()
  const countByState = new Map<string, number>()
  for (const each of observations) {
    const problem = keyOf(deck, each)
    // Equal keys in one state are several problems: cells of a table may differ only in their numbers.
    const state = JSON.stringify([problem, each.mode, each.clicks])
    const nth = each.observation.kind === undefined ? (countByState.get(state) ?? 0) : 0
    countByState.set(state, nth + 1)
    const key = `${problem} ${nth}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) {
      return []
    }
    const { check, slide, observation } = first
    const { hint, seen, expected, fix, severity, isDeckWide = false } = observation
    const when = isDeckWide ? undefined : describeStates(group, visited)
    return {
      check,
      seen,
      expected,
      fix,
      ...locateFinding(deck, slide, hint),
      ...(when === undefined ? {} : { when }),
      ...(severity === undefined ? {} : { severity }),
    }
  })
}

/** Sorts findings for a report: by slide, line and check. */
export function sortFindings<T extends Finding>(findings: readonly T[]): T[] {
  return findings.toSorted(
    (one, other) =>
      one.slide - other.slide ||
      one.line - other.line ||
      CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
  )
}

/** Identifies a problem. Numbers and colors in its text do not count, because they differ between states. */
function keyOf(deck: DeckModel, { check, slide, observation }: SlideObservation): string {
  const { hint, kind, seen, isDeckWide } = observation
  if (kind !== undefined) {
    return JSON.stringify([check, isDeckWide && !hasOwn(deck, slide, hint) ? '' : slide, kind])
  }
  const { file, line } = locateFinding(deck, slide, hint)
  const plain = seen.replaceAll(/#[\da-f]{3,8}\b/gi, '#').replaceAll(/\d+(?:\.\d+)?/g, '0')
  return JSON.stringify([check, slide, file, line, plain])
}

/** Tells whether a slide other than the first declares for itself what is usually declared in the headmatter. */
function hasOwn(deck: DeckModel, number: number, { reference }: SourceHint): boolean {
  const slide = deck.slides[number - 1]
  return number > 1 && slide !== undefined && reference !== undefined
    ? findReference(slide, reference) !== undefined
    : false
}

/** Describes the states that have a problem; `undefined` if all visited ones do. */
function describeStates(
  group: readonly SlideObservation[],
  { modes, clicks }: VisitedStates,
): string | undefined {
  const [first] = group
  if (!first) {
    return undefined
  }
  const seenModes = [...new Set(group.map(({ mode }) => mode))]
  const seenClicks = [...new Set(group.map((each) => each.clicks))].toSorted((a, b) => a - b)
  const steps = clicks.get(first.slide) ?? { first: 0, last: 0 }
  const inMode = seenModes.length < modes.length ? `in ${seenModes.join()} mode` : ''
  const isAtEveryStep = seenClicks.length > steps.last - steps.first
  const atClick = isAtEveryStep ? '' : `at click ${seenClicks.join(', ')}`
  return [inMode, atClick].filter(Boolean).join(', ') || undefined
}
