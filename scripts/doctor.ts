import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { ensureBrowser } from '../tools/browser.ts'
import { CHECKS, isCheckName } from '../tools/checks/finding.ts'
import type { CheckName } from '../tools/checks/finding.ts'
import { examineDeck } from '../tools/doctor/doctor.ts'
import { nearestCheck } from '../tools/doctor/exceptions.ts'
import { COLOURED, formatJson, formatReport, PLAIN } from '../tools/doctor/report.ts'
import { createProgress } from '../tools/progress.ts'
import { exitOnSignals } from './command.ts'

const USAGE = `Usage: npm run doctor [-- DECK.md] [--slides 3,12-16] [--only overflow,alt] [--online] [--json]

  DECK.md    any Slidev deck; slides.md when not given
  --slides   these slides alone
  --only     these checks alone: ${CHECKS.join(', ')}
  --online   also asks the web pages that the deck links to
  --json     prints the diagnosis as JSON

Exit 0: healthy. 1: findings. 2: could not run.`

/** Other names a check may be asked for by. */
const ALIASES: Readonly<Record<string, CheckName>> = {
  alt: 'images',
  contrast: 'accessibility',
  axe: 'accessibility',
  colors: 'colours',
}

const HEALTHY = 0
const FINDINGS = 1
const COULD_NOT_RUN = 2

exitOnSignals()
try {
  process.exitCode = await run()
} catch (error) {
  console.error(
    `The doctor could not run. ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = COULD_NOT_RUN
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      slides: { type: 'string' },
      only: { type: 'string' },
      online: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return HEALTHY
  }
  const [entry = 'slides.md', ...others] = positionals
  if (others.length > 0) {
    throw new Error(`One deck at a time, please; got ${positionals.join(', ')}.`)
  }
  // npm runs a script in the project's root, wherever it was called.
  const workingFolder = process.env.INIT_CWD ?? process.cwd()
  const diagnosis = await examineDeck({
    entry: positionals.length > 0 ? resolve(workingFolder, entry) : resolve(entry),
    workingFolder,
    ...(values.slides === undefined ? {} : { slides: values.slides }),
    ...(values.only === undefined ? {} : { checks: readChecks(values.only) }),
    online: values.online ?? false,
    browserPath: () => ensureBrowser(console.error),
    progress: createProgress(),
  })
  const marks = process.stdout.isTTY && !process.env.NO_COLOR ? COLOURED : PLAIN
  console.log(values.json ? formatJson(diagnosis) : formatReport(diagnosis, marks))
  return diagnosis.findings.length > 0 ? FINDINGS : HEALTHY
}

function readChecks(list: string): CheckName[] {
  return list.split(',').map((typed) => {
    const name = typed.trim()
    const check = ALIASES[name] ?? name
    if (!isCheckName(check)) {
      throw new Error(
        `There is no check "${name}". Did you mean ${nearestCheck(name)}? They are ${CHECKS.join(', ')}.`,
      )
    }
    return check
  })
}
