import { consoleFault } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Fault } from '../checks/fault.ts'
import type { CheckName, Finding } from '../checks/finding.ts'
import { foreignRequestFault } from '../checks/network.ts'
import type { DeckModel } from '../slide-model.ts'
import { findReference } from '../source-place.ts'
import { locate } from './merge.ts'
import type { WalkRecord } from './walk.ts'

/** What a deck asked other hosts for: one finding an address. */
export function findRequests(deck: DeckModel, walks: readonly WalkRecord[]): Finding[] {
  const requests = new Map(
    walks
      .flatMap((walk) => walk.requests)
      .toReversed()
      .map((request) => [request.url, request]),
  )
  return [...requests.values()].map((request) => {
    const fault = foreignRequestFault(request)
    const slide = findWriters(deck, fault)[0] ?? request.ownerSlide
    return slide === undefined
      ? toHeadFinding(deck, fault, request.shownSlide)
      : toFinding('network', deck, fault, slide)
  })
}

/** Errors and warnings of the page: one finding a text. */
export function findMessages(deck: DeckModel, walks: readonly WalkRecord[]): Finding[] {
  const messages = new Map<string, ConsoleMessage>(
    walks
      .flatMap((walk) => walk.console)
      .toReversed()
      .map((message) => [message.text, message]),
  )
  return [...messages.values()].map((message) => {
    const fault = consoleFault(message)
    const [writer, ...others] = findWriters(deck, fault)
    const slide = others.length === 0 ? writer : undefined
    return toFinding('console', deck, fault, slide ?? message.shownSlide)
  })
}

function toFinding(check: CheckName, deck: DeckModel, fault: Fault, slide: number): Finding {
  const { place, seen, expected, fix } = fault
  return { check, seen, expected, fix, ...locate(deck, slide, place) }
}

/** What no slide names comes from the page's head: from theme and headmatter. */
function toHeadFinding(deck: DeckModel, fault: Fault, shownSlide: number): Finding {
  const [first] = deck.slides
  const key = /favicon/.test(fault.seen) ? 'favicon:' : 'fonts:'
  const line = first && (findReference(first, key) ?? first.frontmatterLines[0]?.number)
  return {
    ...toFinding('network', deck, fault, shownSlide),
    ...(shownSlide === first?.number && line !== undefined ? { line } : {}),
  }
}

/** Numbers of the slides whose source has what a fault quotes. */
function findWriters(deck: DeckModel, { place: { reference } }: Fault): number[] {
  return reference
    ? deck.slides
        .filter(({ contentLines, frontmatterLines }) =>
          [...contentLines, ...frontmatterLines].some(({ text }) => text.includes(reference)),
        )
        .map(({ number }) => number)
    : []
}
