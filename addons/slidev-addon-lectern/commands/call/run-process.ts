import { createProgress } from '../../output/progress.ts'
import { runCommand } from './command.ts'
import type { CommandDefinition } from './command.ts'
import { readInvocation } from './invocation.ts'

/**
 * Runs a command with the terminal, the working folder and the environment of this process.
 *
 * @returns The exit code.
 */
export async function runProcess<Order>(
  definition: CommandDefinition<Order>,
  args: readonly string[] = process.argv.slice(2),
): Promise<number> {
  exitOnSignals()
  const progress = createProgress()
  return runCommand(
    definition,
    args,
    {
      print: console.log,
      warn: progress.log,
      progress,
      hasColors: process.stdout.isTTY && !process.env.NO_COLOR,
      columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    },
    readInvocation(process.cwd(), process.env),
  )
}

/** Makes Ctrl+C, or closing the terminal, end the process through `process.exit`, so that temporary files are removed. */
function exitOnSignals(): void {
  for (const [signal, code] of [
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code))
  }
}
