import { Command, CommanderError } from 'commander'

import type { CallSite } from './call-site.ts'
import type { CommandSyntax } from './command.ts'
import { UsageError } from './usage-error.ts'

/** Width of the help, in characters. */
const HELP_WIDTH = 100

/**
 * Makes the parser of a command.
 *
 * @param print - Gets the help when it is asked for.
 */
export function createParser(
  { name, summary, exitCodes, declare }: CommandSyntax<unknown>,
  site: CallSite,
  print: (text: string) => void,
): Command {
  const parser = new Command(
    site.script === undefined ? `lectern ${name}` : `npm run ${site.script} --`,
  )
    .description(summary)
    .helpOption('--help', 'show this text')
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => print(text.trimEnd()),
      outputError: () => {},
      getOutHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
    })
    .exitOverride()
    .action(() => {})
  declare(parser, site)
  const words = parser.usage().replace(/^\[options\] ?/, '')
  parser.usage(`${words} [OPTIONS]`.trimStart())
  refuseSloppyOptions(parser)
  const codes = Object.entries(exitCodes).map(([code, meaning]) => `  ${code}  ${meaning}`)
  return parser.addHelpText(
    'after',
    `\nPaths that you type start in the folder you stand in.\n\nExit codes:\n${codes.join('\n')}`,
  )
}

/**
 * Parses the words after `npm run NAME --`.
 *
 * @throws {UsageError} when they are not understood.
 * @throws {CommanderError} with exit code 0 when they asked for the help, which is printed by then.
 */
export function parseCall(parser: Command, args: readonly string[], site: CallSite): void {
  if (args.includes('--')) {
    const meant = args.filter((word) => word !== '--').map(quote)
    const seen =
      site.script === undefined ? '"--" is not needed' : '"--" stands once, at the beginning'
    throw new UsageError(`${seen}. Write: ${[parser.name(), ...meant].join(' ')}`)
  }
  const kept = parser.options.find((option) => site.keptByNpm.has(option.name()))
  if (kept) {
    throw new UsageError(
      `npm kept --${kept.name()} for itself, because it does not stand after "--". ` +
        `Write: ${parser.name()} ${kept.flags}`,
    )
  }
  try {
    parser.parse(args, { from: 'user' })
  } catch (error) {
    throw error instanceof CommanderError && error.exitCode !== 0
      ? new UsageError(describe(error, parser), { cause: error })
      : error
  }
}

/** Message for a call that was not understood: the reason, and how to call the command. */
export function describeMisuse(parser: Command, reason: string): string {
  const usage = parser.createHelp().commandUsage(parser)
  return (
    `${parser.name().replace(/ --$/, '')}: ${reason}\n` +
    `Usage: ${usage} ("${parser.name()} --help" explains them)\n` +
    'Nothing was written.'
  )
}

/** Refuses an option that is given twice, or whose value is empty or the next option. */
function refuseSloppyOptions(parser: Command): void {
  for (const option of parser.options) {
    const { long, flags, required } = option
    let isGiven = false
    parser.on(`option:${option.name()}`, (value?: string) => {
      if (isGiven) {
        parser.error(`${long} is given twice.`)
      }
      isGiven = true
      if (required && value?.trim() === '') {
        parser.error(`${long} has an empty value. Write: ${flags}`)
      }
      if (required && value?.startsWith('-')) {
        parser.error(
          `${long} has no value, because "${value}" looks like an option. Write: ${flags}`,
        )
      }
    })
  }
}

function describe(error: CommanderError, { args, registeredArguments }: Command): string {
  if (error.code === 'commander.excessArguments') {
    return registeredArguments.length === 0
      ? `"${args[0]}" is one word too many: this command takes options alone.`
      : `One deck at a time; these are ${args.length}: ${args.join(', ')}.`
  }
  return error.message.replace(/^error: /, '').replaceAll('\n', ' ')
}

/** A word as a shell needs it. */
function quote(word: string): string {
  return /^[\w./:=,-]+$/.test(word) ? word : JSON.stringify(word)
}
