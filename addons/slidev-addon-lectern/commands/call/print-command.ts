import type { SessionSource } from '../../browser/session.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { readSiteBase } from '../../output/built-site.ts'
import type { ExportResult } from '../../print/print-deck.ts'
import { nameFrom } from './call-site.ts'
import { DONE } from './command.ts'
import type { CommandDefinition } from './command.ts'

/** Something to print from a deck, built before or for this once. */
export type PrintOrder<Order> = Order & {
  deck: DeckModel
  /** Absolute path of the built deck. */
  site?: string
}

/** Makes the work of a command that prints from a deck, and tells what was written and what its readers should know. */
export function printFromDeck<Order extends { output: string }>(
  write: (source: Omit<SessionSource, 'hasNotes'>, order: Order) => Promise<ExportResult>,
): CommandDefinition<PrintOrder<Order>>['run'] {
  return async (order, { print, warn, progress }, { workingFolder }) => {
    const { deck, site, output } = order
    if (site !== undefined) {
      // Fails here, before a browser is started.
      readSiteBase(site)
    }
    const { summary, notices } = await write({ deck, site, progress, log: warn }, order)
    notices.forEach((notice) => warn(notice))
    print(`${nameFrom(workingFolder, output)}: ${summary}`)
    return DONE
  }
}
