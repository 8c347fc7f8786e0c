import type { Mode, SlideFinding } from '../checks/finding.ts'
import { CHECKS } from '../deck/check-names.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { locateFinding, makeFinding } from './locate-finding.ts'
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
): SlideFinding[] {
  const groups = new Map<string, SlideObservation[]>()
  const countByState = new Map<string, number>()
  for (const each of dropCoveredOverflow(observations)) {
    const problem = keyOf(deck, each)
    // Equal keys in one state are several problems: cells of a table may differ only in their numbers.
    const state = JSON.stringify([problem, each.mode, each.clicks])
    const nth = each.observation.kind === undefined ? (countByState.get(state) ?? 0) : 0
    countByState.set(state, nth + 1)
    const key = `${problem} ${nth}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((group) => toFinding(deck, group, visited))
}

/** Drops texts that are covered because they overflow: room for them mends both. */
function dropCoveredOverflow(observations: readonly SlideObservation[]): SlideObservation[] {
  const overflowing = new Set(
    observations
      .filter(({ check }) => check === 'overflow')
      .flatMap((each) => textsOf(each).map((text) => stateOf(each, text))),
  )
  return observations.filter((each) => {
    const texts = textsOf(each)
    const isSame = texts.length > 0 && texts.every((text) => overflowing.has(stateOf(each, text)))
    return each.check !== 'overlap' || !isSame
  })
}

function textsOf({ observation: { texts, hint } }: SlideObservation): readonly string[] {
  return texts ?? (hint.text === undefined ? [] : [hint.text])
}

function stateOf({ slide, mode, clicks }: SlideObservation, text: string): string {
  return JSON.stringify([slide, mode, clicks, text])
}

function toFinding(
  deck: DeckModel,
  group: readonly SlideObservation[],
  visited: VisitedStates,
): SlideFinding {
  const { check, slide, observation } = group.reduce((one, other) =>
    badnessOf(other) > badnessOf(one) ? other : one,
  )
  const when = describeStates(group, visited)
  const items = new Set(group.flatMap((each) => each.observation.items ?? []))
  return {
    ...makeFinding(deck, check, slide, observation),
    ...(when === undefined ? {} : { when }),
    ...(items.size > 0 ? { items: [...items] } : {}),
  }
}

function badnessOf({ observation: { badness = 0 } }: SlideObservation): number {
  return badness
}

/** Sorts findings for a report: by slide, line and check. */
export function sortFindings<T extends SlideFinding>(findings: readonly T[]): T[] {
  return findings.toSorted(
    (one, other) =>
      one.slide - other.slide ||
      one.line - other.line ||
      CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
  )
}

/** Identifies a problem. Numbers and colors in its text do not count, because they differ between states. */
function keyOf(deck: DeckModel, { check, slide, observation }: SlideObservation): string {
  const { hint, kind, seen } = observation
  if (kind !== undefined) {
    return JSON.stringify([check, slide, kind])
  }
  const { file, line } = locateFinding(deck, slide, hint)
  const plain = seen.replaceAll(/#[\da-f]{3,8}\b/gi, '#').replaceAll(/\d+(?:\.\d+)?/g, '0')
  return JSON.stringify([check, slide, file, line, plain])
}

/** Describes the states that have a problem; `undefined` if all visited ones do. */
function describeStates(
  group: readonly SlideObservation[],
  { modes, clicks }: VisitedStates,
): string | undefined {
  const [first] = group
  if (!first || first.observation.isStructural) {
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
