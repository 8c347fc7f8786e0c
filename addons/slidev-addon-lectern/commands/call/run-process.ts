import { nearestName } from '../../deck/nearest-name.ts'
import { createProgress } from '../../output/progress.ts'
import { findCallSite } from './call-site.ts'
import { DONE, MISUSED, runCommand } from './command.ts'
import type { CommandDefinition } from './command.ts'

/** Runs a command as this process: with its arguments, terminal and exit code. */
export async function runProcess<Order>(
  definition: CommandDefinition<Order>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  exitOnSignals()
  const progress = createProgress()
  process.exitCode = await runCommand(
    definition,
    args,
    {
      print: console.log,
      warn: progress.log,
      progress,
      hasColors: process.stdout.isTTY && !process.env.NO_COLOR,
    },
    findCallSite(process.cwd(), process.env),
  )
}

/**
 * Runs the command that the first argument names, or prints the list of commands.
 *
 * @param commands - Each loads its definition when it is chosen, because some take a while to load.
 */
export async function runChosen(commands: Readonly<Record<string, CommandEntry>>): Promise<void> {
  const [name, ...args] = process.argv.slice(2)
  const entry = name === undefined ? undefined : commands[name]
  if (entry) {
    await entry.run(args)
  } else if (name === '--help') {
    console.log(describeCommands(commands))
    process.exitCode = DONE
  } else {
    console.error(describeUnknown(name, commands))
    process.exitCode = MISUSED
  }
}

/** A command in the list of a program. */
export interface CommandEntry {
  summary: string
  run: (args: readonly string[]) => Promise<void>
}

function describeCommands(commands: Readonly<Record<string, CommandEntry>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  )
  return `Usage: lectern COMMAND [DECK.md] [OPTIONS] ("lectern COMMAND --help" lists the options)\n\n${lines.join('\n')}`
}

function describeUnknown(
  name: string | undefined,
  commands: Readonly<Record<string, CommandEntry>>,
): string {
  const reason =
    name === undefined
      ? 'a command is missing.'
      : `there is no command "${name}". Did you mean ${nearestName(name, Object.keys(commands))}?`
  return `lectern: ${reason}\n${describeCommands(commands)}`
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
