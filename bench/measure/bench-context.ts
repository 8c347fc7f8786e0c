import type { Browser } from 'playwright-chromium'

import type { DeckModel } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'
import type { Progress } from '../../addons/slidev-addon-lectern/output/progress.ts'
import type { Contestant } from '../contestants/contestant.ts'
import type { Results } from '../report/results.ts'
import type { Plan } from './plan.ts'

/** Shared by all measurements of one run. */
export interface BenchContext {
  plan: Plan
  deck: DeckModel
  /** Heading of the first slide. */
  heading: string
  browser: Browser
  results: Results
  progress: Progress
  /** Folder for temporary files of commands. */
  temporary: string
  /** Adds a line to the report about something that could not be measured. */
  note: (line: string) => void
}

/** A built deck that is served from memory. */
export interface ServedDeck {
  contestant: Contestant
  /** Address of the first slide. */
  url: string
}

/**
 * Measures something that a tool may fail at; notes a failure, so that the bench goes on.
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
