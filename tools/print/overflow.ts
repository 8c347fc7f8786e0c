import type { Page } from 'playwright-chromium'

import { applyExceptions, readExceptions } from '../doctor/exceptions.ts'
import type { DeckModel } from '../slide-model.ts'
import { firstLine } from '../source-place.ts'
import type { PrintFault } from './print-fault.ts'

/** Finds what would be cut off on the slides of an opened print view. */
export type FindOverflow = (page: Page, deck: DeckModel) => Promise<PrintFault[]>

/**
 * What would be cut off on the slides of an opened print view: the doctor's check, apart from what a
 * slide declares as intended.
 *
 * @param page - With the checks in it.
 */
export const findOverflow: FindOverflow = async (page, deck) => {
  const faults = await page.evaluate(() => window.deckChecks.inspectPrintedSlides())
  const findings = faults.flatMap(({ slide: number, fault }) => {
    const slide = deck.slides[number - 1]
    const { seen, expected, fix } = fault
    return slide
      ? [
          {
            check: 'overflow' as const,
            slide: number,
            file: slide.file,
            line: firstLine(slide),
            seen,
            expected,
            fix,
          },
        ]
      : []
  })
  return applyExceptions(findings, readExceptions(deck)).findings.map(({ slide, seen, fix }) => ({
    slide,
    message: `${seen}. ${fix}`,
  }))
}
