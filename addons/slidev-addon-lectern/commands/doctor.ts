import { InvalidArgumentError, Option } from 'commander'

import { isAtLeast, isError } from '../checks/finding.ts'
import { CHECKS, nearestCheckName, toCheckName } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { Diagnosis } from '../doctor/diagnosis.ts'
import { formatJson, formatReport } from '../doctor/report.ts'
import { COLORED, PLAIN } from '../doctor/report/lines.ts'
import { SEVERITIES } from '../page/observation.ts'
import type { Severity } from '../page/observation.ts'
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
  output: OutputOptions
}

/** How findings are judged and printed. */
export interface OutputOptions {
  isJson: boolean
  /** Whether the report lists everything in full. */
  isAll: boolean
  /** Whether any finding fails the examination, and not only an error. */
  isStrict: boolean
  /** Findings of less severity are neither listed nor counted. */
  least: Severity
}

/** Options as commander returns them. */
interface DoctorOptions {
  slides?: string
  only?: CheckName[]
  online?: boolean
  json?: boolean
  all?: boolean
  strict?: boolean
  min: Severity
}

/** `lectern doctor` */
export const DOCTOR: CommandDefinition<DoctorOrder> = {
  name: 'doctor',
  summary:
    'Checks every slide of the built deck in light and dark mode, and reports what to fix on which line.',
  exitCodes: {
    [DONE]: 'no errors; with --strict, no findings',
    [FAILED]: 'errors; with --strict, any findings',
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
      .option('--all', 'list every finding in full, instead of a screenful')
      .addOption(
        new Option('--min <SEVERITY>', 'leave out findings of less severity')
          .choices(SEVERITIES)
          .default('hint'),
      )
      .option('--strict', 'end with 1 for warnings and hints, too')
      .option('--json', 'print the diagnosis as JSON')
  },
  read: async (parsed, { workingFolder }) => {
    const options = parsed.opts<DoctorOptions>()
    const { slides, only, online = false } = options
    if (online && only && !only.includes('links')) {
      throw new UsageError(
        '--online needs the check "links", which --only leaves out. Add it: --only links,…',
      )
    }
    const [entry] = parsed.processedArgs
    if (slides !== undefined) {
      readSlides(await readDeck(entry, workingFolder), slides)
    }
    const { json = false, all = false, strict = false, min } = options
    const output = { isJson: json, isAll: all, isStrict: strict, least: min }
    return { entry, slides, checks: only, online, output }
  },
  run: async ({ output, ...order }, terminal, { workingFolder }) => {
    const { examineDeck } = await import('../doctor/examine-deck.ts')
    const diagnosis = await examineDeck({
      ...order,
      workingFolder,
      progress: terminal.progress,
      log: terminal.warn,
    })
    return reportDiagnosis(diagnosis, output, terminal)
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
  { isJson, isAll, isStrict, least }: OutputOptions,
  { print, hasColors, columns }: Pick<Terminal, 'print' | 'hasColors' | 'columns'>,
): number {
  const findings = diagnosis.findings.filter(({ severity }) => isAtLeast(severity, least))
  const kept = { ...diagnosis, findings }
  const marks = hasColors ? COLORED : PLAIN
  print(isJson ? formatJson(kept) : formatReport(kept, { marks, width: columns, isAll, isStrict }))
  return findings.some((finding) => isStrict || isError(finding)) ? FAILED : DONE
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
