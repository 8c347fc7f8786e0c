import { InvalidArgumentError, Option } from 'commander'

import { isError } from '../checks/finding.ts'
import { CHECKS, nearestCheckName, toCheckName } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { Diagnosis } from '../doctor/examine-deck.ts'
import { COLORED, formatJson, formatReport, PLAIN } from '../doctor/report.ts'
import { DONE, FAILED, MISUSED } from './call/command.ts'
import type { CommandDefinition, Terminal } from './call/command.ts'
import { readSlides, deckArgument, slidesOption } from './call/option-values.ts'
import { UsageError } from './call/usage-error.ts'

/** Deck to examine, and what of it. */
interface DoctorOrder {
  /** Absolute path of the Markdown file. */
  entry: string
  slides?: string
  checks?: CheckName[]
  online: boolean
  isJson: boolean
}

/** Options as commander reads them. */
interface DoctorOptions {
  slides?: string
  only?: CheckName[]
  online?: boolean
  json?: boolean
}

/** `npm run doctor` */
export const DOCTOR: CommandDefinition<DoctorOrder> = {
  name: 'doctor',
  summary:
    'Builds a deck and looks at every slide, in light and dark, for what its author should mend.',
  exitCodes: {
    [DONE]: 'healthy',
    [FAILED]: 'findings; warnings alone do not count',
    [MISUSED]: 'could not run, or the call was not understood',
  },
  declare: (parser, site) => {
    parser
      .addArgument(deckArgument(site))
      .addOption(slidesOption())
      .addOption(
        new Option('--only <CHECKS>', `make only these checks: ${CHECKS.join(', ')}`).argParser(
          parseChecks,
        ),
      )
      .option('--online', 'also ask for the web pages that the deck links to')
      .option('--json', 'print the diagnosis as JSON')
  },
  read: async (parsed, { workingFolder }) => {
    const { slides, only, online = false, json = false } = parsed.opts<DoctorOptions>()
    if (online && only && !only.includes('links')) {
      throw new UsageError(
        '--online belongs to the check "links", and --only leaves it out. Add it: --only links,…',
      )
    }
    const [entry] = parsed.processedArgs
    if (slides !== undefined) {
      readSlides(await readDeck(entry, workingFolder), slides)
    }
    return { entry, slides, checks: only, online, isJson: json }
  },
  run: async ({ isJson, ...order }, terminal, { workingFolder }) => {
    const { examineDeck } = await import('../doctor/examine-deck.ts')
    const { ensureBrowser } = await import('../browser/find-browser.ts')
    const diagnosis = await examineDeck({
      ...order,
      workingFolder,
      browserPath: () => ensureBrowser(terminal.warn),
      progress: terminal.progress,
      log: terminal.warn,
    })
    return reportDiagnosis(diagnosis, isJson, terminal)
  },
  failure: { code: MISUSED, message: 'The doctor could not run. ' },
}

/**
 * Prints a diagnosis.
 *
 * @returns The exit code.
 */
export function reportDiagnosis(
  diagnosis: Diagnosis,
  isJson: boolean,
  { print, hasColors }: Pick<Terminal, 'print' | 'hasColors'>,
): number {
  print(isJson ? formatJson(diagnosis) : formatReport(diagnosis, hasColors ? COLORED : PLAIN))
  return diagnosis.findings.some(isError) ? FAILED : DONE
}

function parseChecks(typed: string): CheckName[] {
  const checks = typed.split(',').map((word) => {
    const name = word.trim()
    const check = toCheckName(name)
    if (!check) {
      throw new InvalidArgumentError(
        `There is no check "${name}". Did you mean ${nearestCheckName(name)}? They are ${CHECKS.join(', ')}.`,
      )
    }
    return check
  })
  return [...new Set(checks)]
}
