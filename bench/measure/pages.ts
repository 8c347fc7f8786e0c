import type { Tool } from '../contestants/contestant.ts'
import { readHeading } from '../page/heading.ts'
import { AFTER_PAINT_MS, measureLoad, measureTransfer } from '../page/page-load.ts'
import { MIDDLE, PROFILES, UNTHROTTLED } from '../page/profiles.ts'
import type { BenchContext, ServedDeck } from './bench-context.ts'
import { interleave } from './interleave.ts'
import type { Rounds } from './interleave.ts'

/** Time without a request after which a page has opened, in ms. */
const OPENED_QUIET_MS = 1500

/** Time without a request after which a page is complete, in ms: Slidev fetches the rest of a deck after 3 s. */
const LEFT_QUIET_MS = 4500

/**
 * Time a deck is watched after its first slide, in ms: ours until its application has replaced the prerendered
 * slide on the slowest network, which must not shift the layout.
 */
const SETTLE_MS: Readonly<Record<Tool, number>> = { ours: 6000, stock: 1500, marp: 1500 }

/**
 * Loads of our two decks for each load of the others: the goal allows a difference of a tenth, which is as much
 * as two loads of one deck differ by.
 */
const OURS_TIMES = 2

/** Number of slides that are opened at once where nothing is timed. */
const AT_ONCE = 2

const KILOBYTE = 1e3

/** Measures the first load of each deck, under each profile. */
export async function measureLoads(
  { browser, heading, plan, results, progress }: BenchContext,
  decks: readonly ServedDeck[],
): Promise<void> {
  for (const profile of PROFILES) {
    const rounds = plan.loads[profile.name]
    progress.start(`Loading the decks, ${profile.label}`, decks.length * countOf(rounds))
    await interleave(decks, rounds, async ({ contestant: { tool }, url }, counts) => {
      const settleMs = SETTLE_MS[tool]
      const order = { url, heading, profile, isTimed: true, settleMs }
      const load = await measureLoad(browser, order)
      if (counts) {
        results.add(`first-slide.${profile.name}`, tool, load.firstSlideMs)
        results.add(`largest-paint.${profile.name}`, tool, load.largestPaintMs)
        results.add(`bytes-before.${profile.name}`, tool, load.before.bytes / KILOBYTE)
        results.add(`requests-before.${profile.name}`, tool, load.before.requests)
        results.add(`first-shift.${profile.name}`, tool, load.shift)
      }
      progress.advance()
    })
  }
}

/** Measures the first loads of the long decks, side by side with those of the decks as they are. */
export async function measureLongLoads(
  { browser, heading, results, progress }: BenchContext,
  decks: readonly ServedDeck[],
  longDecks: readonly ServedDeck[],
  rounds: Rounds,
): Promise<void> {
  const all = [
    ...decks.map((deck) => ({ deck, isLong: false })),
    ...longDecks.map((deck) => ({ deck, isLong: true })),
  ]
  const loads = all.flatMap((load) =>
    Array.from({ length: load.deck.contestant.tool === 'ours' ? OURS_TIMES : 1 }, () => load),
  )
  progress.start('Loading ten times the slides', loads.length * countOf(rounds))
  await interleave(loads, rounds, async ({ deck, isLong }, counts) => {
    const { url, contestant } = deck
    const order = { url, heading, profile: MIDDLE, isTimed: true, settleMs: AFTER_PAINT_MS }
    const { firstSlideMs, before } = await measureLoad(browser, order)
    if (counts) {
      const length = isLong ? 'x10' : MIDDLE.name
      results.add(`first-slide.${length}`, contestant.tool, firstSlideMs)
      results.add(`bytes-before.${length}`, contestant.tool, before.bytes / KILOBYTE)
    }
    progress.advance()
  })
}

/** Measures what each deck transfers until it is complete. Loads all at once, because nothing is timed. */
export async function measureTransfers(
  { browser, heading, results, progress }: BenchContext,
  decks: readonly ServedDeck[],
): Promise<void> {
  progress.start('Counting what is transferred')
  await Promise.all(
    decks.map(async ({ contestant: { tool }, url }) => {
      const transfers = await measureTransfer(browser, { url, heading }, [
        OPENED_QUIET_MS,
        LEFT_QUIET_MS,
      ])
      for (const [index, when] of (['opened', 'left'] as const).entries()) {
        const { bytes = 0, scriptBytes = 0, requests = 0 } = transfers[index] ?? {}
        results.add(`bytes.${when}`, tool, bytes / KILOBYTE)
        results.add(`script.${when}`, tool, scriptBytes / KILOBYTE)
        results.add(`requests.${when}`, tool, requests)
      }
      results.add('foreign', tool, transfers.at(-1)?.foreignRequests ?? 0)
    }),
  )
}

/** Measures the layout shift of single slides of our deck, opened by their address. */
export async function measureSlides(context: BenchContext, ours: ServedDeck): Promise<void> {
  const { deck, plan, results, progress, note } = context
  const slides = deck.slides
    .filter(({ number }) => (number - 1) % plan.slideStep === 0)
    .flatMap((slide) => {
      const heading = readHeading(slide)
      return heading === undefined ? [] : [{ number: slide.number, heading }]
    })
  const shifting = new Map<number, number>()
  progress.start('Opening slides by themselves', slides.length)
  for (let index = 0; index < slides.length; index += AT_ONCE) {
    await Promise.all(
      slides.slice(index, index + AT_ONCE).map(async (slide) => {
        const shift = await measureSlide(context, ours, slide)
        results.add('shift.slides', 'ours', shift)
        if (shift > 0) {
          shifting.set(slide.number, shift)
        }
        progress.advance()
      }),
    )
  }
  if (shifting.size > 0) {
    const list = [...shifting].map(([number, shift]) => `${number} (${shift.toFixed(4)})`)
    note(`Slides of this deck that shift when they are opened by themselves: ${list.join(', ')}.`)
  }
}

/** Returns the sum of the layout shifts of a slide that is opened by its address. */
async function measureSlide(
  { browser }: BenchContext,
  { url, contestant }: ServedDeck,
  { number, heading }: { number: number; heading: string },
): Promise<number> {
  const { shift } = await measureLoad(browser, {
    url: url + contestant.slideAddress(number),
    heading,
    profile: UNTHROTTLED,
    isTimed: false,
    settleMs: SETTLE_MS.ours,
  })
  return shift
}

function countOf({ count, hasWarmUp }: Rounds): number {
  return count + (hasWarmUp ? 1 : 0)
}
