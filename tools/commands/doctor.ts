import { InvalidArgumentError, Option } from 'commander'

import { CHECKS, isCheckName, isError } from '../checks/finding.ts'
import type { CheckName } from '../checks/finding.ts'
import type { Diagnosis } from '../doctor/doctor.ts'
import { COLOURED, formatJson, formatReport, PLAIN } from '../doctor/report.ts'
import { loadDeck } from '../slide-model.ts'
import { DONE, FAILED, MISUSED } from './command.ts'
import type { CommandDefinition, Terminal } from './command.ts'
import { readSlides, deckArgument, nearestName, slidesOption } from './option-values.ts'
import { UsageError } from './usage-error.ts'

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

/** Other names of checks. */
const ALIASES: Readonly<Record<string, CheckName>> = {
  alt: 'images',
  contrast: 'accessibility',
  axe: 'accessibility',
  colors: 'colours',
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
      readSlides(await loadDeck(entry, workingFolder), slides)
    }
    return { entry, slides, checks: only, online, isJson: json }
  },
  run: async ({ isJson, ...order }, terminal, { workingFolder }) => {
    const { examineDeck } = await import('../doctor/doctor.ts')
    const { ensureBrowser } = await import('../browser.ts')
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
  print(isJson ? formatJson(diagnosis) : formatReport(diagnosis, hasColors ? COLOURED : PLAIN))
  return diagnosis.findings.some(isError) ? FAILED : DONE
}

function parseChecks(typed: string): CheckName[] {
  const checks = typed.split(',').map((word) => {
    const name = word.trim()
    const check = ALIASES[name] ?? name
    if (!isCheckName(check)) {
      const nearest = nearestName(name, [...CHECKS, ...Object.keys(ALIASES)])
      throw new InvalidArgumentError(
        `There is no check "${name}". Did you mean ${nearest}? They are ${CHECKS.join(', ')}.`,
      )
    }
    return check
  })
  return [...new Set(checks)]
}
