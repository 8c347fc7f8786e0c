import { causeOfMessage, describeMessage, isNoise } from '../checks/console.ts'
import type { SlideFinding } from '../checks/finding.ts'
import { causeOf, describeRequest } from '../checks/network.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { countReferences, firstLine } from '../deck/source-lines.ts'
import type { Observation } from '../page/observation.ts'
import { makeFinding } from './locate-finding.ts'
import type { SlideOfScript } from './slide-of-script.ts'
import type { DeckRecord } from './visit-deck.ts'

/**
 * Makes a finding of the requests to each host on each slide. Those of one host have one cause.
 */
export function findRequests(
  deck: DeckModel,
  records: readonly DeckRecord[],
  slideOfScript: SlideOfScript = () => undefined,
): SlideFinding[] {
  const all = records.flatMap((record) => record.requests)
  const requests = byKey(all, ({ url }) => url)
  const counts = new Map<string, number>()
  for (const request of requests) {
    counts.set(causeOf(request), (counts.get(causeOf(request)) ?? 0) + 1)
  }
  const findings = requests.flatMap((request) => {
    const observation = describeRequest(request, (counts.get(causeOf(request)) ?? 1) - 1)
    const slides = all
      .filter(({ url }) => url === request.url)
      .flatMap(({ requesterSlides = [] }) => requesterSlides)
    const others = [
      ...listMentions(deck, observation),
      ...findScriptSlide(request.scripts ?? [], slideOfScript),
    ].slice(0, 1)
    const found = new Set(slides.length > 0 ? slides : others)
    return found.size === 0
      ? [toHeadFinding(deck, observation, request.shownSlide)]
      : Array.from(found, (slide) => makeDeckFinding(deck, 'network', slide, observation))
  })
  return byKey(findings, ({ cause, slide }) => JSON.stringify([cause, slide]))
}

/** Makes one finding of each text of a console message. */
export function findMessages(
  deck: DeckModel,
  records: readonly DeckRecord[],
  slideOfScript: SlideOfScript = () => undefined,
): SlideFinding[] {
  const messages = byKey(
    records.flatMap((record) => record.console).filter((message) => !isNoise(message)),
    causeOfMessage,
  )
  return messages.map((message) => {
    const observation = describeMessage(message)
    const [mention, ...others] = listMentions(deck, observation)
    const slide =
      findScriptSlide(message.scripts ?? [], slideOfScript)[0] ??
      (others.length === 0 ? mention : undefined)
    return makeDeckFinding(deck, 'console', slide ?? message.shownSlide, observation)
  })
}

/** Keeps the first of all that have the same key. */
function byKey<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  return [...new Map(all.toReversed().map((each) => [keyOf(each), each])).values()].toReversed()
}

/** Makes a finding of which the doctor reports one for the whole deck. */
function makeDeckFinding(
  deck: DeckModel,
  check: 'network' | 'console',
  slide: number,
  observation: Observation,
): SlideFinding {
  const finding = makeFinding(deck, check, slide, observation)
  return observation.kind === undefined ? finding : { ...finding, cause: observation.kind }
}

function findScriptSlide(scripts: readonly string[], slideOfScript: SlideOfScript): number[] {
  return scripts.flatMap((script) => slideOfScript(script) ?? []).slice(0, 1)
}

/** Requests of the page's head, and the key of the headmatter that controls them. */
const HEAD_KEYS: readonly [pattern: RegExp, key: string][] = [
  [/<link rel="icon">$/, 'favicon:'],
  [/fonts\.(?:googleapis|gstatic)\.com|\.woff2?\b/, 'fonts:'],
]

/** Makes a finding of a request that comes from no slide but from the page's head, which the headmatter controls. */
function toHeadFinding(
  deck: DeckModel,
  observation: Observation,
  shownSlide: number,
): SlideFinding {
  const [first] = deck.slides
  const finding = makeDeckFinding(deck, 'network', shownSlide, observation)
  const key = HEAD_KEYS.find(([pattern]) => pattern.test(observation.seen))?.[1]
  const line = first?.frontmatterLines.find(({ text }) => key && text.startsWith(key))?.number
  return key && first ? { ...finding, file: first.file, line: line ?? headLine(first) } : finding
}

/** Returns the first line of the headmatter, or the line it would be written before. */
function headLine(first: SlideModel): number {
  return first.frontmatterLines[0]?.number ?? firstLine(first)
}

/** Lists the slides whose source mentions an observation's reference. */
function listMentions(deck: DeckModel, { hint: { reference } }: Observation): number[] {
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
