import type { Page } from 'playwright-chromium'

import { readExceptions } from '../checks/exceptions.ts'
import { isError } from '../checks/finding.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import type { PrintProblem } from './print-problem.ts'

/** Finds what would be cut off on the slides of an opened print view. */
export type FindOverflow = (page: Page, deck: DeckModel) => Promise<PrintProblem[]>

/**
 * What would be cut off on the slides of an opened print view: the doctor's check, apart from what a
 * slide declares as intended.
 *
 * @param page - With the checks in it.
 */
export const findOverflow: FindOverflow = async (page, deck) => {
  const faults = await page.evaluate(() => window.deckChecks.inspectPrintedSlides())
  const allowing = new Set(
    readExceptions(deck)
      .filter(({ check }) => check === 'overflow')
      .map(({ slide }) => slide),
  )
  return faults
    .filter(({ slide, fault }) => isError(fault) && !allowing.has(slide))
    .map(({ slide, fault: { seen, fix } }) => ({ slide, message: `${seen}. ${fix}` }))
}
