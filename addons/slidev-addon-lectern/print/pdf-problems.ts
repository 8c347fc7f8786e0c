import type { DeadLink } from '../page/print/links.ts'
import type { FinishedPdf } from './pdf/finish.ts'
import { nameNumbers } from './print-problem.ts'
import type { PrintProblem, UnplacedProblem } from './print-problem.ts'

/** Observations made while a PDF was printed. */
export interface PdfFacts extends Pick<FinishedPdf, 'missing' | 'broken' | 'isTagged'> {
  /** Links that lead to nothing a PDF has. */
  deadLinks: readonly DeadLink[]
  /** Whether there is text on the slides, which the browser has to tag. */
  hasText: boolean
}

/** Describes what readers of a PDF miss. */
export function describePdf(facts: PdfFacts): UnplacedProblem[] {
  const { deadLinks, missing, broken, hasText, isTagged } = facts
  return [
    ...broken.map((slide): PrintProblem => ({
      slide,
      severity: 'error',
      message: 'it takes more than one page of the PDF. Shorten it, or make its image smaller.',
    })),
    ...deadLinks.map(({ slide, href }): UnplacedProblem => ({
      slide: slide > 0 ? slide : undefined,
      hint: { reference: href },
      severity: 'error',
      message: `the link to ${href} leads to no slide; it is plain text in the PDF. Correct it, or write the full address of a page.`,
    })),
    ...(hasText && !isTagged ? [UNTAGGED] : []),
    ...(missing.size > 0 ? [describeUnprinted([...missing])] : []),
  ]
}

const UNTAGGED: PrintProblem = {
  severity: 'warning',
  message:
    'the browser wrote a PDF without tags, which screen readers need. ' +
    'Use a Chromium of version 122 or newer.',
}

function describeUnprinted(slides: readonly number[]): PrintProblem {
  return {
    severity: 'hint',
    message: `links to slides that were not printed are plain text: ${nameNumbers(slides)}.`,
  }
}
