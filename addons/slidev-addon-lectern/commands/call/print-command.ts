import { readSiteBase } from '../../output/built-site.ts'
import type { PrintSource } from '../../print/print-deck.ts'
import { listProblems } from '../../print/print-problem.ts'
import { describeResult } from '../../print/print-result.ts'
import type { PrintResult } from '../../print/print-result.ts'
import { DONE } from './command.ts'
import type { CommandDefinition } from './command.ts'
import { shortenPath } from './message-paths.ts'

/** Creates the work of a command that prints a deck: prints it, lists what went wrong, and names the output. */
export function printFromDeck<Options extends PrintSource & { output: string }>(
  write: (options: Options) => Promise<PrintResult>,
): CommandDefinition<Options & ListOptions>['run'] {
  return async (options, { print, warn, progress }, { workingFolder }) => {
    const { site, output, isListedWhole } = options
    if (site !== undefined) {
      // Fails here, before a browser is started.
      readSiteBase(site)
    }
    const result = await write({ ...options, progress, log: warn })
    progress.stop()
    const most = isListedWhole ? Infinity : undefined
    listProblems(result.problems, most).forEach((line) => warn(line))
    print(`${shortenPath(workingFolder, output)}: ${describeResult(result)}`)
    return DONE
  }
}

/** Options that only the commands have. */
interface ListOptions {
  /** Whether every problem is listed, instead of less than a screenful. */
  isListedWhole?: boolean
}
