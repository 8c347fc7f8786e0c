import type { Page } from 'playwright-chromium'

import { findException, readExceptions } from '../checks/exceptions.ts'
import { isError } from '../checks/finding.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import type { UnplacedProblem } from './print-problem.ts'

/** Finds what would be cut off on the slides of an opened print view, apart from a deck's exceptions. */
export async function findOverflow(page: Page, deck: DeckModel): Promise<UnplacedProblem[]> {
  const found = await page.evaluate(() => window.lecternPage.inspectPrintedSlides())
  const exceptions = readExceptions(deck)
  const isAllowed = (slide: number): boolean =>
    findException(exceptions, { check: 'overflow', slide }) !== undefined
  return found
    .filter(({ slide, observation }) => isError(observation) && !isAllowed(slide))
    .map(({ slide, observation: { hint, seen, fix } }): UnplacedProblem => ({
      slide,
      hint,
      severity: 'error',
      message: `${seen}. ${fix}`,
    }))
}
