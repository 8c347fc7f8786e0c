import { describeMessage } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Finding } from '../checks/finding.ts'
import { describeRequest } from '../checks/network.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { countReferences, firstLine } from '../deck/source-lines.ts'
import type { Observation } from '../page/observation.ts'
import { locateFinding } from './locate-finding.ts'
import type { SlideOfScript } from './slide-of-script.ts'
import type { DeckRecord } from './visit-deck.ts'

/** Makes one finding of each address of another host that a deck requested. */
export function findRequests(
  deck: DeckModel,
  records: readonly DeckRecord[],
  slideOfScript: SlideOfScript = () => undefined,
): Finding[] {
  const requests = new Map(
    records
      .flatMap((record) => record.requests)
      .toReversed()
      .map((request) => [request.url, request]),
  )
  return [...requests.values()].map((request) => {
    const observation = describeRequest(request)
    const slide =
      request.requesterSlide ??
      listMentions(deck, observation)[0] ??
      findScriptSlide(request.scripts ?? [], slideOfScript)
    return slide === undefined
      ? toHeadFinding(deck, observation, request.shownSlide)
      : toFinding('network', deck, observation, slide)
  })
}

/** Makes one finding of each text of a console message. */
export function findMessages(
  deck: DeckModel,
  records: readonly DeckRecord[],
  slideOfScript: SlideOfScript = () => undefined,
): Finding[] {
  const messages = new Map<string, ConsoleMessage>(
    records
      .flatMap((record) => record.console)
      .toReversed()
      .map((message) => [message.text, message]),
  )
  return [...messages.values()].map((message) => {
    const observation = describeMessage(message)
    const [mention, ...others] = listMentions(deck, observation)
    const slide =
      findScriptSlide(message.scripts ?? [], slideOfScript) ??
      (others.length === 0 ? mention : undefined)
    return toFinding('console', deck, observation, slide ?? message.shownSlide)
  })
}

function toFinding(
  check: CheckName,
  deck: DeckModel,
  { hint, seen, expected, fix }: Observation,
  slide: number,
): Finding {
  return { check, seen, expected, fix, ...locateFinding(deck, slide, hint) }
}

function findScriptSlide(
  scripts: readonly string[],
  slideOfScript: SlideOfScript,
): number | undefined {
  return scripts.map(slideOfScript).find((slide) => slide !== undefined)
}

/** Requests of the page's head, and the key of the headmatter that controls them. */
const HEAD_KEYS: readonly [pattern: RegExp, key: string][] = [
  [/favicon/, 'favicon:'],
  [/fonts\.(?:googleapis|gstatic)\.com|\.woff2?\b/, 'fonts:'],
]

/** Makes a finding of a request that comes from no slide but from the page's head, which the headmatter controls. */
function toHeadFinding(deck: DeckModel, observation: Observation, shownSlide: number): Finding {
  const [first] = deck.slides
  const finding = toFinding('network', deck, observation, shownSlide)
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
