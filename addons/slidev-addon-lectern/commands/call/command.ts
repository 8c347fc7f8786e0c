import { CommanderError } from 'commander'
import type { Command } from 'commander'

import type { Progress } from '../../output/progress.ts'
import { shortenPaths } from './call-site.ts'
import type { CallSite } from './call-site.ts'
import { createParser, describeMisuse, parseCall } from './parse-call.ts'
import { UsageError } from './usage-error.ts'

/** Where a command prints. */
export interface Terminal {
  /** Writes to the standard output. */
  print: (text: string) => void
  /** Writes to the standard error output, also while progress is shown. */
  warn: (line: string) => void
  progress: Progress
  hasColors: boolean
}

/** The calls that a command understands. */
export interface CommandSyntax<Order> {
  /** Name of the script in package.json. */
  name: string
  /** Purpose of the command, for its help. */
  summary: string
  /** Meaning of each exit code, for its help. */
  exitCodes: Readonly<Record<number, string>>
  /** Adds arguments and options, with their defaults. */
  declare: (parser: Command, site: CallSite) => void
  /**
   * Makes an order of a parsed call. Reads files, and writes none.
   *
   * @throws {UsageError} when the parts of the call do not fit together, or not to the deck.
   */
  read: (parsed: Command, site: CallSite) => Order | Promise<Order>
}

/** A command of this project: `npm run NAME -- …`. */
export interface CommandDefinition<Order> extends CommandSyntax<Order> {
  /**
   * Does the work.
   *
   * @returns The exit code.
   */
  run: (order: Order, terminal: Terminal, site: CallSite) => Promise<number>
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

/** Exit code of a call that was not understood. */
export const MISUSED = 2

/** Meaning of the exit codes of most commands. */
export const EXIT_CODES: CommandSyntax<unknown>['exitCodes'] = {
  [DONE]: 'done',
  [FAILED]: 'failed; an earlier output stays as it was',
  [MISUSED]: 'the call was not understood; nothing was written',
}

/**
 * Runs a command. Whatever goes wrong becomes one message.
 *
 * @param args - The words after `npm run NAME --`.
 * @returns The exit code.
 */
export async function runCommand<Order>(
  definition: CommandDefinition<Order>,
  args: readonly string[],
  terminal: Terminal,
  site: CallSite,
): Promise<number> {
  const { progress, print, warn } = terminal
  const parser = createParser(definition, site, print)
  try {
    parseCall(parser, args, site)
    const order = await definition.read(parser, site)
    return await definition.run(order, terminal, site)
  } catch (error) {
    progress.stop()
    if (error instanceof CommanderError) {
      // The help was asked for, and is printed.
      return DONE
    }
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof UsageError) {
      warn(describeMisuse(parser, shortenPaths(reason, site.workingFolder)))
      return MISUSED
    }
    const { code, message } = definition.failure ?? { code: FAILED, message: '' }
    warn(message + shortenPaths(reason, site.workingFolder))
    return code
  } finally {
    progress.stop()
  }
}
