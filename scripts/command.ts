import { join } from 'node:path'

import { findCallSite } from '../tools/commands/call-site.ts'
import { runCommand } from '../tools/commands/command.ts'
import type { CommandDefinition } from '../tools/commands/command.ts'
import { createProgress } from '../tools/progress.ts'

/** Root of this project. */
const PROJECT = join(import.meta.dirname, '..')

/** Runs a command as this process: with its arguments, terminal and exit code. */
export async function runProcess<Order>(definition: CommandDefinition<Order>): Promise<void> {
  exitOnSignals()
  const progress = createProgress()
  process.exitCode = await runCommand(
    definition,
    process.argv.slice(2),
    {
      print: console.log,
      warn: progress.log,
      progress,
      hasColors: process.stdout.isTTY && !process.env.NO_COLOR,
    },
    findCallSite(PROJECT, process.cwd(), process.env),
  )
}

/** Makes Ctrl+C end the process in the ordinary way, so that its temporary files are removed. */
function exitOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code))
  }
}
