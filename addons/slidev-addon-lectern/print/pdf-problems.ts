import type { ReaderHint } from '../page/print/reader-hints.ts'
import { describeDeadLinks } from './address-links.ts'
import type { LostLink } from './address-links.ts'
import type { FinishedPdf } from './pdf/finish.ts'
import type { SlideFault } from './pdf/slide-fault.ts'
import { nameNumbers } from './print-problem.ts'
import type { PrintProblem, UnplacedProblem } from './print-problem.ts'

/** Observations made while a PDF was printed. */
export interface PdfFacts extends Pick<FinishedPdf, 'missing' | 'broken' | 'isTagged' | 'faults'> {
  /** Links that lead to nothing a PDF has. */
  deadLinks: readonly LostLink[]
  /** Hints to elements of the page. */
  hints: readonly ReaderHint[]
  /** Whether the PDF is for an archive. */
  isArchive: boolean
  /** Whether there is text on the slides, which the browser has to tag. */
  hasText: boolean
}

/** Describes what readers of a PDF miss. */
export function describePdf(facts: PdfFacts): UnplacedProblem[] {
  const { deadLinks, missing, broken, hasText, isTagged, faults, hints, isArchive } = facts
  return [
    ...broken.map((slide): PrintProblem => ({
      slide,
      severity: 'error',
      message: 'it takes more than one page of the PDF. Shorten it, or make its image smaller.',
    })),
    ...describeDeadLinks(deadLinks, 'the PDF'),
    ...hints.flatMap(describeUnnamed),
    ...(hasText && !isTagged ? [UNTAGGED] : faults.map((fault) => describeFault(fault, isArchive))),
    ...(missing.size > 0 ? [describeUnprinted([...missing])] : []),
  ]
}

function describeUnnamed(hint: ReaderHint): UnplacedProblem[] {
  if (hint.kind !== 'figure' || hint.unnamed === undefined) {
    return []
  }
  return [
    {
      slide: hint.box?.slide,
      hint: { reference: hint.unnamed.address, nth: hint.unnamed.nth },
      severity: 'warning',
      message:
        `an image has no alternative text; in the PDF, readers hear "${hint.alt}". ` +
        'Write alt="what it shows", or alt="" where it is decoration.',
    },
  ]
}

function describeFault(
  { slide, clause, seen, fix, text, reference }: SlideFault,
  isArchive: boolean,
): UnplacedProblem {
  const claims = isArchive ? 'claims neither PDF/UA-1 nor PDF/A-2a' : 'does not claim PDF/UA-1'
  return {
    slide,
    hint: { text, reference },
    severity: 'warning',
    message: `the PDF ${claims}, because ${seen} (rule ${clause}). ${fix}`,
  }
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
