import { readSiteBase } from '../../output/built-site.ts'
import type { PrintSource } from '../../print/print-deck.ts'
import { describeResult } from '../../print/print-result.ts'
import type { PrintResult } from '../../print/print-result.ts'
import { DONE } from './command.ts'
import type { CommandDefinition } from './command.ts'
import { shortenPath } from './message-paths.ts'

/** Creates the work of a command that prints a deck: prints it, then names the output and what readers should know. */
export function printFromDeck<Options extends PrintSource & { output: string }>(
  write: (options: Options) => Promise<PrintResult>,
): CommandDefinition<Options>['run'] {
  return async (options, { print, warn, progress }, { workingFolder }) => {
    const { site, output } = options
    if (site !== undefined) {
      // Fails here, before a browser is started.
      readSiteBase(site)
    }
    const result = await write({ ...options, progress, log: warn })
    result.notices.forEach((notice) => warn(notice))
    print(`${shortenPath(workingFolder, output)}: ${describeResult(result)}`)
    return DONE
  }
}
