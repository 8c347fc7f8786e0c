import type { AllowedFinding, Exception } from '../checks/exceptions.ts'
import type { Finding, Mode } from '../checks/finding.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckError } from '../deck/explanation.ts'
import { groupCauses } from './group-causes.ts'
import { toFindings } from './inspect-source.ts'

/** Result of an examination. A deck is healthy if none of the findings is an error. */
export interface Diagnosis {
  /** The deck's file, relative to the working folder. */
  deck: string
  /** Numbers of the examined slides. */
  slides: number[]
  /** Examined color modes; empty if no check needed the browser or the deck does not build. */
  modes: Mode[]
  /** Checks that were made. */
  checks: CheckName[]
  /** One for each cause, sorted by slide and line. */
  findings: Finding[]
  /** Findings that the deck declares as intended, with their reasons. */
  allowed: AllowedFinding[]
  /** Declarations without a finding. Those of the whole deck count only if all of its slides were examined. */
  unused: Exception[]
  /** Slide titles by number. */
  titles: Record<number, string>
  /** Slidev's output, if the deck does not build and findings say why. */
  unbuilt?: string
}

/** Makes a diagnosis of a deck whose slides cannot be told apart, such as one with a slip in its YAML. */
export function describeUnread(error: DeckError, deck: string): Diagnosis {
  return {
    deck,
    slides: [],
    modes: [],
    checks: [],
    findings: groupCauses(toFindings(error.explanations)),
    allowed: [],
    unused: [],
    titles: {},
    unbuilt: error.message,
  }
}
