import type { Page } from 'playwright-chromium'

import type { PrintProblem } from './print-problem.ts'
import type { ProblemWatch } from './watch-problems.ts'

/** Longest wait until a deck is drawn, in ms. */
const DRAWING_LIMIT_MS = 60_000

/**
 * Waits until every slide of a print view is drawn and nothing is loading. Stops waiting for slides once a
 * problem was seen, because a broken slide is never drawn.
 *
 * @returns A problem for each slide that was not drawn in time, unless others were seen.
 */
export async function waitUntilDrawn(
  page: Page,
  watch: ProblemWatch,
  slides: readonly number[],
): Promise<PrintProblem[]> {
  const listUndrawn = async (): Promise<number[]> =>
    page.evaluate((numbers) => window.lecternPage.listUndrawn(numbers), slides)
  const until = Date.now() + DRAWING_LIMIT_MS
  let undrawn = await listUndrawn()
  let isQuiet = false
  while ((!isQuiet || (undrawn.length > 0 && !watch.hasProblems())) && Date.now() < until) {
    const areAllLoaded = await page.evaluate(async () => window.lecternPage.loadImages())
    const before = watch.pending()
    undrawn = await listUndrawn()
    isQuiet = areAllLoaded && before === 0 && watch.pending() === 0
  }
  return watch.hasProblems()
    ? []
    : undrawn.map((slide) => ({
        slide,
        message:
          `it was not drawn within ${DRAWING_LIMIT_MS / 1000} s. ` +
          'Open it with "npx slidev" and look for what it waits for.',
      }))
}
