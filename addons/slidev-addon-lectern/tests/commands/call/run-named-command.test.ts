import { describe, expect, it, vi } from 'vitest'

import { runNamedCommand } from '../../../commands/call/run-named-command.ts'
import { startLectern } from '../../harness/command-process.ts'
import { COMMANDS, parserOf } from '../calls.ts'

const LIST = `Usage: lectern COMMAND [DECK.md] [OPTIONS] (see "lectern COMMAND --help")

  build   builds a site
  export  writes a PDF`

/** Calls `lectern` with two commands, one of which fails. */
async function call(
  ...words: string[]
): Promise<{ code: number; printed: string; warned: string; calls: unknown[] }> {
  const print = vi.fn<(text: string) => void>()
  const warn = vi.fn<(line: string) => void>()
  const build = vi.fn<(args: readonly string[]) => Promise<number>>(async () => 0)
  const commands = {
    build: { summary: 'builds a site', run: build },
    export: { summary: 'writes a PDF', run: async () => 1 },
  }
  const code = await runNamedCommand(commands, words, { print, warn }, () => '1.2.3')
  return {
    code,
    printed: print.mock.calls.join('\n'),
    warned: warn.mock.calls.join('\n'),
    calls: build.mock.calls,
  }
}

describe('lectern', () => {
  it('runs the command that is named, with the words after its name', async () => {
    expect(await call('build', 'talk.md', '--help')).toEqual({
      code: 0,
      printed: '',
      warned: '',
      calls: [[['talk.md', '--help']]],
    })
  })

  it('prints its version', async () => {
    expect(await call('--version')).toMatchObject({ code: 0, printed: '1.2.3', warned: '' })
  })

  it('ends with the exit code of the command', async () => {
    expect((await call('export')).code).toBe(1)
  })

  it('prints the list of commands with --help', async () => {
    expect(await call('--help')).toEqual({ code: 0, printed: LIST, warned: '', calls: [] })
  })

  it.each([
    [[], 'The name of a command is missing.'],
    [['biuld'], 'There is no command "biuld". Did you mean build?'],
    [['constructor'], 'There is no command "constructor". Did you mean'],
    [['--out', 'x'], 'The name of a command comes first, and --out is an option.'],
  ])('refuses %j', async (words, reason) => {
    const { code, printed, warned, calls } = await call(...words)
    expect(warned.startsWith(`lectern: ${reason}`)).toBe(true)
    expect(warned.endsWith(`\n${LIST}`)).toBe(true)
    expect([code, printed, calls]).toEqual([2, '', []])
  })
})

it('is called as bin/lectern.mjs, and lists each command', async () => {
  const { code, output } = await startLectern(import.meta.dirname, '--help').end()
  const listed = Array.from(output.matchAll(/^ {2}(\w+) {2,}[a-z]/gm), ([, name]) => name)
  expect(new Set(listed)).toEqual(new Set(COMMANDS.map(({ name }) => name)))
  expect(code).toBe(0)
})

it.each(COMMANDS)('names the call of $name as it is typed without npm', (command) => {
  expect(parserOf(command).name()).toBe(`lectern ${command.name}`)
})
