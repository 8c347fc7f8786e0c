import { nearestName } from '../../deck/nearest-name.ts'
import { DONE, MISUSED } from './command.ts'
import type { Terminal } from './command.ts'

/** Command in the list of `lectern --help`. */
export interface NamedCommand {
  summary: string
  /** Loads and runs the command, because some take a while to load. Returns the exit code. */
  run: (args: readonly string[]) => Promise<number>
}

/**
 * Runs the command of `lectern` that the first word names, or prints the list of commands.
 *
 * @param readVersion - Reads the version of Lectern, for `--version`.
 * @returns The exit code.
 */
export async function runNamedCommand(
  commands: Readonly<Record<string, NamedCommand>>,
  [name, ...args]: readonly string[],
  { print, warn }: Pick<Terminal, 'print' | 'warn'>,
  readVersion: () => string,
): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) {
    return command.run(args)
  }
  if (name === '--help') {
    print(listCommands(commands))
    return DONE
  }
  if (name === '--version') {
    print(readVersion())
    return DONE
  }
  warn(`lectern: ${describeMistake(name, Object.keys(commands))}\n${listCommands(commands)}`)
  return MISUSED
}

function listCommands(commands: Readonly<Record<string, NamedCommand>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  )
  return `Usage: lectern COMMAND [DECK.md] [OPTIONS] (see "lectern COMMAND --help")\n\n${lines.join('\n')}`
}

function describeMistake(name: string | undefined, names: readonly string[]): string {
  if (name === undefined) {
    return 'The name of a command is missing.'
  }
  return name.startsWith('-')
    ? `The name of a command comes first, and ${name} is an option.`
    : `There is no command "${name}". Did you mean ${nearestName(name, names)}?`
}
