import { Command, CommanderError } from 'commander'

import type { CommandSyntax } from './command.ts'
import type { Invocation } from './invocation.ts'
import { UsageError } from './usage-error.ts'

/** Width of the help, in characters. */
const HELP_WIDTH = 100

/**
 * Creates the parser of a command.
 *
 * @param print - Gets the help when the call asks for it.
 */
export function createParser(
  syntax: CommandSyntax<unknown>,
  invocation: Invocation,
  print: (text: string) => void,
): Command {
  const parser = new Command(nameCall(syntax, invocation))
    .description(syntax.summary)
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
  syntax.declare(parser, invocation)
  const words = parser.usage().replace(/^\[options\] ?/, '')
  parser.usage(`${words} [OPTIONS]`.trimStart())
  refuseSloppyOptions(parser)
  const codes = Object.entries(syntax.exitCodes).map(([code, meaning]) => `  ${code}  ${meaning}`)
  return parser.addHelpText(
    'after',
    `\nRelative paths start in the working folder.\n\nExit codes:\n${codes.join('\n')}`,
  )
}

/** Returns the words before the options: `lectern build`, or `npm run build --` for an npm script. */
function nameCall({ name, isScript }: CommandSyntax<unknown>, { script }: Invocation): string {
  const called = script ?? (isScript ? name : undefined)
  return called === undefined ? `lectern ${name}` : `npm run ${called} --`
}

/**
 * Parses the words after the command's name.
 *
 * @throws {UsageError} when they are not understood.
 * @throws {CommanderError} with exit code 0 when they ask for the help, which is printed by then.
 */
export function parseCall(
  parser: Command,
  args: readonly string[],
  { keptByNpm }: Invocation,
): void {
  if (args.includes('--')) {
    const meant = args.filter((word) => word !== '--').map(quote)
    const script = nameWithoutDashes(parser)
    const reason =
      script === parser.name()
        ? 'This command needs no "--"'
        : `"--" is needed once, right after "${script}"`
    throw new UsageError(`${reason}. Write: ${[parser.name(), ...meant].join(' ')}`)
  }
  const kept = parser.options.find((option) => keptByNpm.has(option.name()))
  if (kept) {
    throw new UsageError(
      `npm took --${kept.name()} for its own option, because it comes before "--". ` +
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

/** Returns the message for a wrong call: the reason, and how to call the command. */
export function describeMisuse(parser: Command, reason: string): string {
  const usage = parser.createHelp().commandUsage(parser)
  return (
    `${nameWithoutDashes(parser)}: ${reason}\n` +
    `Usage: ${usage} (see "${parser.name()} --help")\n` +
    'Nothing was written.'
  )
}

/** Returns the name of a call without the `--` that npm needs. */
function nameWithoutDashes(parser: Command): string {
  return parser.name().replace(/ --$/, '')
}

/** Refuses an option that is given twice or with its opposite, or whose value is empty or the next option. */
function refuseSloppyOptions(parser: Command): void {
  const given = new Map<string, string>()
  for (const option of parser.options) {
    const { long = '', flags, required } = option
    parser.on(`option:${option.name()}`, (value?: string) => {
      const before = given.get(option.attributeName())
      if (before !== undefined) {
        parser.error(
          before === long
            ? `${long} is given twice.`
            : `${before} and ${long} contradict each other.`,
        )
      }
      given.set(option.attributeName(), long)
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
      ? `"${args[0]}" is no option, and this command takes only options.`
      : `This command takes one deck, and ${args.length} are named: ${args.join(', ')}.`
  }
  return error.message.replace(/^error: /, '').replaceAll('\n', ' ')
}

/** Quotes a word for a shell where it needs quotes. */
function quote(word: string): string {
  return /^[\w./:=,-]+$/.test(word) ? word : JSON.stringify(word)
}
