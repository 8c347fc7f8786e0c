import type { Finding, Mode } from '../checks/finding.ts'
import { CHECKS } from '../deck/check-names.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { findLine, findReference } from '../deck/source-lines.ts'
import type { Place } from '../deck/source-lines.ts'
import type { ClickSteps, SlideObservation } from './visit.ts'

/** The states of a slide that were visited. */
export interface VisitedStates {
  modes: readonly Mode[]
  /** Click steps of each slide. */
  clicks: ReadonlyMap<number, ClickSteps>
}

/**
 * One finding a fault, however many states of its slide have it, with the line the author would edit.
 */
export function groupObservations(
  deck: DeckModel,
  sightings: readonly SlideObservation[],
  visited: VisitedStates,
): Finding[] {
  const byFault = new Map<string, SlideObservation[]>()
  const inState = new Map<string, number>()
  for (const sighting of sightings) {
    const fault = keyOf(deck, sighting)
    // What looks alike in one state are several faults: a table's cells differ in their numbers alone.
    const state = JSON.stringify([fault, sighting.mode, sighting.clicks])
    const nth = sighting.fault.kind === undefined ? (inState.get(state) ?? 0) : 0
    inState.set(state, nth + 1)
    const key = `${fault} ${nth}`
    byFault.set(key, [...(byFault.get(key) ?? []), sighting])
  }
  return [...byFault.values()].flatMap((states) => {
    const [first] = states
    if (!first) {
      return []
    }
    const { check, slide, fault } = first
    const { place, seen, expected, fix, severity, isDeckWide = false } = fault
    const when = isDeckWide ? undefined : describeStates(states, visited)
    return {
      check,
      seen,
      expected,
      fix,
      ...locate(deck, slide, place),
      ...(when === undefined ? {} : { when }),
      ...(severity === undefined ? {} : { severity }),
    }
  })
}

/** Findings in the order of a report: by slide, line and check. */
export function sortFindings<T extends Finding>(findings: readonly T[]): T[] {
  return findings.toSorted(
    (one, other) =>
      one.slide - other.slide ||
      one.line - other.line ||
      CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
  )
}

/** Where in the author's files a place on a slide comes from; what the headmatter says is slide 1's. */
export function locate(
  deck: DeckModel,
  number: number,
  place: Place,
): Pick<Finding, 'slide' | 'file' | 'line'> {
  const slide = deck.slides[number - 1]
  const [first] = deck.slides
  if (!slide || !first) {
    return { slide: number, file: deck.file, line: 1 }
  }
  const isHeadmatters =
    place.reference !== undefined &&
    place.text === undefined &&
    findReference(slide, place.reference) === undefined &&
    hasInHeadmatter(first, place.reference)
  const owner = isHeadmatters ? first : slide
  return { slide: owner.number, file: owner.file, line: findLine(owner, place) }
}

function hasInHeadmatter({ frontmatterLines }: SlideModel, reference: string): boolean {
  return frontmatterLines.some(({ text }) => text.includes(reference))
}

/** What tells faults apart; the same one has other numbers and colors in another state. */
function keyOf(deck: DeckModel, { check, slide, fault }: SlideObservation): string {
  const { place, kind, seen, isDeckWide } = fault
  if (kind !== undefined) {
    return JSON.stringify([check, isDeckWide && !hasOwn(deck, slide, place) ? '' : slide, kind])
  }
  const { file, line } = locate(deck, slide, place)
  const plain = seen.replaceAll(/#[\da-f]{3,8}\b/gi, '#').replaceAll(/\d+(?:\.\d+)?/g, '0')
  return JSON.stringify([check, slide, file, line, plain])
}

/** Whether a slide's own source says what the deck's headmatter could say as well. */
function hasOwn(deck: DeckModel, number: number, { reference }: Place): boolean {
  const slide = deck.slides[number - 1]
  return number > 1 && slide !== undefined && reference !== undefined
    ? findReference(slide, reference) !== undefined
    : false
}

/** The states that have a fault; `undefined` when all visited ones do. */
function describeStates(
  states: readonly SlideObservation[],
  { modes, clicks }: VisitedStates,
): string | undefined {
  const [first] = states
  if (!first) {
    return undefined
  }
  const seenModes = [...new Set(states.map(({ mode }) => mode))]
  const seenClicks = [...new Set(states.map((state) => state.clicks))].toSorted((a, b) => a - b)
  const steps = clicks.get(first.slide) ?? { first: 0, last: 0 }
  const inMode = seenModes.length < modes.length ? `in ${seenModes.join()} mode` : ''
  const isAtAll = seenClicks.length > steps.last - steps.first
  const atClick = isAtAll ? '' : `at click ${seenClicks.join(', ')}`
  return [inMode, atClick].filter(Boolean).join(', ') || undefined
}
