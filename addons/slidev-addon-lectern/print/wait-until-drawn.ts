import type { Page } from 'playwright-chromium'

import type { PrintProblem } from './print-problem.ts'
import type { ProblemWatch } from './watch-problems.ts'

/** Limits of a wait, in ms. */
export interface WaitLimits {
  /** Longest wait. */
  wholeMs: number
  /** Longest time without any change in the page. */
  stallMs: number
  /** The same once all is drawn but the colors of some code. */
  colorMs: number
}

const LIMITS: WaitLimits = { wholeMs: 120_000, stallMs: 10_000, colorMs: 2000 }

/** Parts of a print view that are missing when it is printed. */
export interface Missing {
  /** Numbers of the slides that are not drawn. */
  undrawn: readonly number[]
  hasOpenDiagram: boolean
  /** Addresses that have not answered. */
  pending: readonly string[]
}

/**
 * Waits until every slide of a print view is drawn and nothing is loading. Gives up where nothing changes any more,
 * because a broken slide is never drawn, and some hosts never answer.
 *
 * @returns What is missing then: nothing where all is drawn.
 */
export async function waitUntilDrawn(
  page: Page,
  watch: Pick<ProblemWatch, 'pending'>,
  slides: readonly number[],
  { wholeMs, stallMs, colorMs }: WaitLimits = LIMITS,
): Promise<Missing> {
  const start = performance.now()
  let changed = start
  let before = ''
  for (;;) {
    const pendingBefore = watch.pending().length
    const drawing = await page.evaluate(
      async (numbers) => window.lecternPage.readDrawing(numbers),
      slides,
    )
    const { undrawn, hasOpenDiagram, areAllLoaded, uncolored } = drawing
    const pending = watch.pending()
    const now = performance.now()
    const state = JSON.stringify([drawing, pending])
    changed = state === before ? changed : now
    before = state
    const isQuiet = areAllLoaded && pendingBefore === 0 && pending.length === 0
    const isDrawn = isQuiet && undrawn.length === 0 && !hasOpenDiagram
    const limit = isDrawn ? colorMs : stallMs
    if ((isDrawn && uncolored === 0) || now - changed > limit || now - start > wholeMs) {
      return { undrawn, hasOpenDiagram, pending }
    }
  }
}

/** Describes what is missing on the slides. */
export function describeMissing({ undrawn, hasOpenDiagram, pending }: Missing): PrintProblem[] {
  const undrawnSlides = undrawn.map((slide): PrintProblem => ({
    slide,
    severity: 'error',
    message:
      'it was not drawn to its end, and is printed as it was. ' +
      'Open it with "npx slidev" and look for what it waits for.',
  }))
  const rest: [isMissing: boolean, message: string][] = [
    [hasOpenDiagram, 'a diagram was not drawn to its end. Look for it with "npx slidev".'],
    [
      undrawn.length === 0 && pending.length > 0,
      `${pending[0]} was still loading. Print again when the machine is less busy.`,
    ],
  ]
  return [
    ...undrawnSlides,
    ...rest.flatMap(([isMissing, message]): PrintProblem[] =>
      isMissing ? [{ severity: 'error', message }] : [],
    ),
  ]
}
