import type { AllowedFinding } from '../checks/exceptions.ts'
import { isAtLeast } from '../checks/finding.ts'
import type { Finding, SlideFinding } from '../checks/finding.ts'
import { nameItems } from '../page/observation.ts'
import type { Severity } from '../page/observation.ts'

/**
 * Makes one finding of all that have the same cause. It quotes the worst of them, the first one among equals.
 *
 * @param findings - Sorted by slide.
 */
export function groupCauses(findings: readonly SlideFinding[]): Finding[] {
  return groupBy(findings).map(toFinding)
}

/** Does the same for findings that the deck allows; those with different reasons stay apart. */
export function groupAllowed(
  allowed: readonly (SlideFinding & { reason: string })[],
): AllowedFinding[] {
  return groupBy(allowed, ({ reason }) => reason).map((group) => ({
    ...toFinding(group),
    reason: group[0].reason,
  }))
}

type Group<T> = [first: T, ...others: T[]]

function groupBy<T extends SlideFinding>(
  findings: readonly T[],
  apart: (finding: T) => string = () => '',
): Group<T>[] {
  const groups = new Map<unknown, Group<T>>()
  for (const finding of findings) {
    const { check, cause } = finding
    const key = cause === undefined ? finding : JSON.stringify([check, cause, apart(finding)])
    const group = groups.get(key)
    if (group) {
      group.push(finding)
    } else {
      groups.set(key, [finding])
    }
  }
  return [...groups.values()]
}

function toFinding(group: Group<SlideFinding>): Finding {
  const drawn = listOfLayer(group)
  const worst = findWorst(drawn ?? group)
  const { check, seen, expected, fix } = worst
  const { slide, file, line } = (drawn && worst.layer) ?? worst
  const slides = new Set(group.flatMap((each) => each.slides ?? each.slide))
  const items = new Set(group.flatMap((each) => each.items ?? []))
  const when = commonStates(group)
  return {
    check,
    severity: worstSeverity(group),
    slide,
    slides: [...slides].toSorted((one, other) => one - other),
    file,
    line,
    seen: `${nameItems(seen, [...items])}${drawn ? ", in the theme's layout or a global layer" : ''}`,
    expected,
    fix,
    ...(when === undefined ? {} : { when }),
  }
}

/** Share of a cause's findings that may be in a slide's Markdown too, such as a deck's name in a footer. */
const ALSO_OWN_SHARE = 0.2

/** Returns the findings that no slide's Markdown has the text of, if they are on most slides. */
function listOfLayer(group: Group<SlideFinding>): Group<SlideFinding> | undefined {
  const [first, ...others] = group.filter(({ layer }) => layer !== undefined)
  if (!first) {
    return undefined
  }
  const count = new Set([first, ...others].map(({ slide }) => slide)).size
  const isCommon = count >= (first.layer?.leastSlides ?? 0)
  const isMost = others.length + 1 >= group.length * (1 - ALSO_OWN_SHARE)
  return isCommon && isMost ? [first, ...others] : undefined
}

function findWorst([first, ...others]: Group<SlideFinding>): SlideFinding {
  return others.reduce(
    (one, other) => ((other.badness ?? 0) > (one.badness ?? 0) ? other : one),
    first,
  )
}

function worstSeverity(group: Group<SlideFinding>): Severity {
  return group
    .map(({ severity = 'error' }) => severity)
    .reduce((one, other) => (isAtLeast(one, other) ? one : other))
}

/** Returns the states that all findings name, or else the mode that all of them are of. */
function commonStates(group: Group<SlideFinding>): string | undefined {
  const [states, ...others] = new Set(group.map(({ when }) => when))
  if (others.length === 0) {
    return states
  }
  const [mode, ...otherModes] = new Set(
    group.map(({ when }) => /^in (?:light|dark) mode/.exec(when ?? '')?.[0]),
  )
  return otherModes.length === 0 ? mode : undefined
}
