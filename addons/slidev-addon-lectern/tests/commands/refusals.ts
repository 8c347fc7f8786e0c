import { readdirSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import type { CommandSyntax } from '../../commands/call/command.ts'
import type { Invocation } from '../../commands/call/invocation.ts'
import { call, makeInvocation, parserOf } from './calls.ts'

/** Calls a command, which has to refuse without doing, or writing, anything. Returns the message. */
export async function refusalOf(
  command: CommandSyntax<unknown>,
  args: readonly string[],
  kept?: string,
): Promise<string> {
  const made = makeInvocation()
  const invocation: Invocation = kept === undefined ? made : { ...made, keptByNpm: new Set([kept]) }
  const before = readdirSync(invocation.project, { recursive: true })
  const { code, printed, warned, run } = await call(command, args, invocation)
  expect(run).not.toHaveBeenCalled()
  expect(readdirSync(invocation.project, { recursive: true })).toEqual(before)
  expect(printed).toBe('')
  expect(code).toBe(2)
  const [message = '', usage, end] = warned.split('\n')
  expect(usage).toMatch(
    new RegExp(`^Usage: npm run ${command.name} -- .*\\[OPTIONS\\] \\(see ".* --help"\\)$`),
  )
  expect(end).toBe('Nothing was written.')
  return message
}

/**
 * Declares the tests of what every command refuses.
 *
 * @param values - A right value for each option that takes one, by the option's name.
 */
export function describeRefusals(
  commands: readonly CommandSyntax<unknown>[],
  values: Readonly<Record<string, string>>,
): void {
  describe.each(commands)('npm run $name refuses', (command) => {
    const { name } = command
    const [option] = parserOf(command).options
    const flag = option?.required ? `--${option.name()} x` : `--${option?.name()}`

    it('a second "--", and says how to call it', async () => {
      expect(await refusalOf(command, ['--', ...flag.split(' ')])).toBe(
        `npm run ${name}: "--" is needed once, right after "npm run ${name}". Write: npm run ${name} -- ${flag}`,
      )
    })

    it('an option that is not there, and names the nearest one', async () => {
      expect(await refusalOf(command, [`--${option?.name()}x`])).toBe(
        `npm run ${name}: unknown option '--${option?.name()}x' (Did you mean --${option?.name()}?)`,
      )
    })

    it('a short option, and a value for one that takes none', async () => {
      expect(await refusalOf(command, ['-o'])).toContain("unknown option '-o'")
      expect(await refusalOf(command, ['--help=yes'])).toContain("unknown option '--help=yes'")
    })
  })

  const options = commands.flatMap((command) =>
    parserOf(command).options.map((option) => ({
      command,
      name: command.name,
      option: `--${option.name()}`,
      words: [`--${option.name()}`, ...(option.required ? [values[option.name()] ?? ''] : [])],
      takesValue: option.required,
    })),
  )

  const opposites = options.filter(({ option }) => option.startsWith('--no-'))

  describe('a command refuses', () => {
    it.each(options)('$name $option twice', async ({ command, name, option, words }) => {
      const args = [...words, ...words]
      expect(await refusalOf(command, args)).toBe(`npm run ${name}: ${option} is given twice.`)
    })

    it.each(opposites)('$name $option with its opposite', async ({ command, name, option }) => {
      const opposite = option.replace('--no-', '--')
      expect(await refusalOf(command, [option, opposite])).toBe(
        `npm run ${name}: ${option} and ${opposite} contradict each other.`,
      )
    })

    it.each(options)('$name $option before "--"', async ({ command, name, option }) => {
      const message = await refusalOf(command, [], option.slice(2))
      expect(message).toContain(`npm took ${option} for its own option`)
      expect(message).toContain(`Write: npm run ${name} -- ${option}`)
    })

    it.each(options.filter(({ takesValue }) => takesValue))(
      '$name $option without a value',
      async ({ command, option }) => {
        expect(await refusalOf(command, [option])).toContain('argument missing')
        for (const value of ['', ' ', '--help']) {
          const message = await refusalOf(command, [option, value])
          expect(message).toContain(option)
          expect(message).toMatch(/empty value|no value|invalid/)
        }
      },
    )
  })
}
