import { CommanderError } from 'commander'
import type { Command } from 'commander'

import type { Progress } from '../../output/progress.ts'
import type { Invocation } from './invocation.ts'
import { shortenPaths } from './message-paths.ts'
import { createParser, describeMisuse, parseCall } from './parse-call.ts'
import { UsageError } from './usage-error.ts'

/** Outputs of a command. */
export interface Terminal {
  /** Writes to the standard output. */
  print: (text: string) => void
  /** Writes to the standard error output, also while progress is shown. */
  warn: (line: string) => void
  progress: Progress
  hasColors: boolean
  /** Width of the terminal, in characters; `undefined` for a file or a log. */
  columns?: number | undefined
}

/** Definition of a command's calls. */
export interface CommandSyntax<Order> {
  /** Name of the command. */
  name: string
  /** Whether it is an npm script of this repository and no command of `lectern`. */
  isScript?: boolean
  /** Purpose of the command, for its help. */
  summary: string
  /** Meaning of each exit code, for its help. */
  exitCodes: Readonly<Record<number, string>>
  /** Adds arguments and options, with their defaults. */
  declare: (parser: Command, invocation: Invocation) => void
  /**
   * Turns a parsed call into an order. Reads files, and writes none.
   *
   * @throws {UsageError} when the parts of the call contradict each other or the deck.
   */
  read: (parsed: Command, invocation: Invocation) => Order | Promise<Order>
}

/** Definition of a command: its calls and its work. */
export interface CommandDefinition<Order> extends CommandSyntax<Order> {
  /**
   * Does the work.
   *
   * @returns The exit code.
   */
  run: (order: Order, terminal: Terminal, invocation: Invocation) => Promise<number>
  /**
   * Exit code of a failure, and the words that its message begins with.
   *
   * @default 1
   */
  failure?: { code: number; message: string }
}

/** Exit code of a command that did its work. */
export const DONE = 0

/** Exit code of a command that could not do its work, or found something wrong. */
export const FAILED = 1

/** Exit code of a wrong call. */
export const MISUSED = 2

/** Meaning of the exit codes of most commands. */
export const EXIT_CODES: CommandSyntax<unknown>['exitCodes'] = {
  [DONE]: 'done',
  [FAILED]: 'failed; an earlier output is kept',
  [MISUSED]: 'wrong usage; nothing was written',
}

/**
 * Runs a command. Each failure becomes one message.
 *
 * @param args - Words after the command's name.
 * @returns The exit code.
 */
export async function runCommand<Order>(
  definition: CommandDefinition<Order>,
  args: readonly string[],
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const { progress, print, warn } = terminal
  const parser = createParser(definition, invocation, print)
  try {
    parseCall(parser, args, invocation)
    const order = await definition.read(parser, invocation)
    return await definition.run(order, terminal, invocation)
  } catch (error) {
    progress.stop()
    if (error instanceof CommanderError) {
      // The call asked for the help, which is printed by now.
      return DONE
    }
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof UsageError) {
      warn(describeMisuse(parser, shortenPaths(reason, invocation.workingFolder)))
      return MISUSED
    }
    const { code, message } = definition.failure ?? { code: FAILED, message: '' }
    warn(message + shortenPaths(reason, invocation.workingFolder))
    return code
  } finally {
    progress.stop()
  }
}
