import { consoleFault } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Finding } from '../checks/finding.ts'
import { foreignRequestFault } from '../checks/network.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { countReferences, firstLine } from '../deck/source-lines.ts'
import type { Observation } from '../page/observation.ts'
import { locate } from './group-observations.ts'
import type { WalkRecord } from './walk.ts'

/** Number of the slide that a script is; `undefined` for a script of all slides. */
export type OwnerOf = (url: string) => number | undefined

/** What a deck asked other hosts for: one finding an address. */
export function findRequests(
  deck: DeckModel,
  walks: readonly WalkRecord[],
  ownerOf: OwnerOf = () => undefined,
): Finding[] {
  const requests = new Map(
    walks
      .flatMap((walk) => walk.requests)
      .toReversed()
      .map((request) => [request.url, request]),
  )
  return [...requests.values()].map((request) => {
    const fault = foreignRequestFault(request)
    const slide =
      request.ownerSlide ?? findWriters(deck, fault)[0] ?? findOwner(request.scripts ?? [], ownerOf)
    return slide === undefined
      ? toHeadFinding(deck, fault, request.shownSlide)
      : toFinding('network', deck, fault, slide)
  })
}

/** Errors and warnings of the page: one finding a text. */
export function findMessages(
  deck: DeckModel,
  walks: readonly WalkRecord[],
  ownerOf: OwnerOf = () => undefined,
): Finding[] {
  const messages = new Map<string, ConsoleMessage>(
    walks
      .flatMap((walk) => walk.console)
      .toReversed()
      .map((message) => [message.text, message]),
  )
  return [...messages.values()].map((message) => {
    const fault = consoleFault(message)
    const [writer, ...others] = findWriters(deck, fault)
    const slide =
      findOwner(message.scripts ?? [], ownerOf) ?? (others.length === 0 ? writer : undefined)
    return toFinding('console', deck, fault, slide ?? message.shownSlide)
  })
}

function toFinding(check: CheckName, deck: DeckModel, fault: Observation, slide: number): Finding {
  const { place, seen, expected, fix } = fault
  return { check, seen, expected, fix, ...locate(deck, slide, place) }
}

function findOwner(scripts: readonly string[], ownerOf: OwnerOf): number | undefined {
  return scripts.map(ownerOf).find((slide) => slide !== undefined)
}

/** What the page's head asks for, and the key of the headmatter that says otherwise. */
const HEAD_KEYS: readonly [pattern: RegExp, key: string][] = [
  [/favicon/, 'favicon:'],
  [/fonts\.(?:googleapis|gstatic)\.com|\.woff2?\b/, 'fonts:'],
]

/** What no slide names comes from the page's head: from theme and headmatter. */
function toHeadFinding(deck: DeckModel, fault: Observation, shownSlide: number): Finding {
  const [first] = deck.slides
  const finding = toFinding('network', deck, fault, shownSlide)
  const key = HEAD_KEYS.find(([pattern]) => pattern.test(fault.seen))?.[1]
  const line = first?.frontmatterLines.find(({ text }) => key && text.startsWith(key))?.number
  return key && first ? { ...finding, file: first.file, line: line ?? headLine(first) } : finding
}

/** Where a headmatter stands or would stand. */
function headLine(first: SlideModel): number {
  return first.frontmatterLines[0]?.number ?? firstLine(first)
}

/** Numbers of the slides whose source has what a fault quotes. */
function findWriters(deck: DeckModel, { place: { reference } }: Observation): number[] {
  return reference
    ? deck.slides
        .filter(({ contentLines, frontmatterLines }) =>
          [...contentLines, ...frontmatterLines].some(
            ({ text }) => countReferences(text, reference) > 0,
          ),
        )
        .map(({ number }) => number)
    : []
}
