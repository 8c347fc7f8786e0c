import type { Browser } from 'playwright-chromium'

import type { DeckModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import type { Progress } from '../addons/slidev-addon-lectern/output/progress.ts'
import type { Contestant } from './contestant.ts'
import type { Plan } from './plan.ts'
import type { Results } from './results.ts'

/** What all parts of the bench work with. */
export interface BenchContext {
  plan: Plan
  deck: DeckModel
  /** The heading of the first slide. */
  heading: string
  browser: Browser
  results: Results
  progress: Progress
  /** Where commands may put what they need for a while. */
  temporary: string
  /** Gets a line for what could not be measured. */
  note: (line: string) => void
}

/** A deck with its tool, served from memory. */
export interface ServedDeck {
  contestant: Contestant
  /** Address of the first slide. */
  url: string
}

/**
 * Measures something that may be more than a tool can do: a failure is noted and the bench goes on.
 *
 * @returns Whether it succeeded.
 */
export async function attempt(
  { note }: BenchContext,
  label: string,
  measure: () => Promise<void>,
): Promise<boolean> {
  try {
    await measure()
    return true
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    note(`${label}: not measured. ${reason}`)
    return false
  }
}
