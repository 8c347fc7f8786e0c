import { InvalidArgumentError, Option } from 'commander'

import { isError } from '../checks/finding.ts'
import { CHECKS, nearestCheckName, toCheckName } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { Diagnosis } from '../doctor/examine-deck.ts'
import { COLORED, formatJson, formatReport, PLAIN } from '../doctor/report.ts'
import { DONE, FAILED, MISUSED } from './call/command.ts'
import type { CommandDefinition, Terminal } from './call/command.ts'
import { deckArgument, readSlides, slidesOption } from './call/shared-options.ts'
import { UsageError } from './call/usage-error.ts'

/** Order to examine a deck. */
interface DoctorOrder {
  /** Absolute path of the Markdown file. */
  entry: string
  slides?: string
  checks?: CheckName[]
  online: boolean
  isJson: boolean
}

/** Options as commander returns them. */
interface DoctorOptions {
  slides?: string
  only?: CheckName[]
  online?: boolean
  json?: boolean
}

/** `lectern doctor` */
export const DOCTOR: CommandDefinition<DoctorOrder> = {
  name: 'doctor',
  summary:
    'Checks every slide of the built deck in light and dark mode, and reports what to fix on which line.',
  exitCodes: {
    [DONE]: 'no findings, or only warnings',
    [FAILED]: 'findings',
    [MISUSED]: 'could not run, or wrong usage',
  },
  declare: (parser, invocation) => {
    parser
      .addArgument(deckArgument(invocation))
      .addOption(slidesOption())
      .addOption(
        new Option('--only <CHECKS>', `run only these checks: ${CHECKS.join(', ')}`).argParser(
          parseChecks,
        ),
      )
      .option('--online', 'also request the web pages that the deck links to')
      .option('--json', 'print the diagnosis as JSON')
  },
  read: async (parsed, { workingFolder }) => {
    const { slides, only, online = false, json = false } = parsed.opts<DoctorOptions>()
    if (online && only && !only.includes('links')) {
      throw new UsageError(
        '--online needs the check "links", which --only leaves out. Add it: --only links,…',
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
    const diagnosis = await examineDeck({
      ...order,
      workingFolder,
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
