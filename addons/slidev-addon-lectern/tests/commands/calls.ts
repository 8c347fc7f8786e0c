import type { Command } from 'commander'
import { expect, vi } from 'vitest'
import type { Mock } from 'vitest'

import { BUILD } from '../../commands/build.ts'
import { runCommand } from '../../commands/call/command.ts'
import type { CommandDefinition, CommandSyntax } from '../../commands/call/command.ts'
import type { Invocation } from '../../commands/call/invocation.ts'
import { createParser } from '../../commands/call/parse-call.ts'
import { DOCTOR } from '../../commands/doctor.ts'
import { EXPORT } from '../../commands/export.ts'
import { FIGURES } from '../../commands/figures.ts'
import { HANDOUT } from '../../commands/handout.ts'
import { PREVIEW } from '../../commands/preview.ts'
import { writeFolder } from '../harness/decks.ts'

/** Lectern's commands. */
export const COMMANDS: readonly CommandSyntax<unknown>[] = [
  BUILD,
  PREVIEW,
  EXPORT,
  HANDOUT,
  DOCTOR,
  FIGURES,
]

/** Returns a command of {@link COMMANDS}. */
export function commandOf(name: string): CommandSyntax<unknown> {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (!command) {
    throw new Error(`There is no command ${name}.`)
  }
  return command
}

/**
 * Creates a project with a deck of two slides and two figures. The user is in its folder `talks`, which holds another
 * deck.
 */
export function makeInvocation(): Invocation {
  const project = writeFolder({
    'slides.md': '# One\n\n---\n\n# Two\n',
    'figures/parts/FigureCard.vue': '',
    'figures/size/size.vue': '',
    'figures/code/code.vue': '',
    'talks/other.md': '---\nexportFilename: named\n---\n\n# One\n',
    'talks/notes.txt': '',
    'talks/built/index.html': '',
  })
  return { project, workingFolder: `${project}/talks`, keptByNpm: new Set() }
}

/** Creates a command's parser, which knows its options. */
export function parserOf(command: CommandSyntax<unknown>): Command {
  const invocation = {
    project: '/project',
    workingFolder: '/project',
    keptByNpm: new Set<string>(),
  }
  return createParser(command, invocation, () => {})
}

/** Exit code and outputs of a call. */
interface CallResult {
  code: number
  printed: string
  warned: string
  /** Mock that replaces the command's work. */
  run: Mock<CommandDefinition<unknown>['run']>
}

/** Calls a command without doing its work. */
export async function call(
  command: CommandSyntax<unknown>,
  args: readonly string[],
  invocation: Invocation,
): Promise<CallResult> {
  const run = vi.fn<CommandDefinition<unknown>['run']>(async () => 0)
  return { ...(await callWith({ ...command, run }, args, invocation)), run }
}

/** Returns the order that a command makes of a call. */
export async function orderOf(
  command: CommandSyntax<unknown>,
  args: readonly string[],
  invocation: Invocation,
): Promise<unknown> {
  const { code, warned, run } = await call(command, args, invocation)
  expect([code, warned]).toEqual([0, ''])
  expect(run).toHaveBeenCalledOnce()
  return run.mock.lastCall?.[0]
}

/** Calls a command. */
export async function callWith<Order>(
  definition: CommandDefinition<Order>,
  args: readonly string[],
  invocation: Invocation,
): Promise<Omit<CallResult, 'run'>> {
  const printed: string[] = []
  const warned: string[] = []
  const terminal = {
    print: (text: string) => void printed.push(text),
    warn: (line: string) => void warned.push(line),
    progress: { start: () => {}, advance: () => {}, stop: () => {} },
    hasColors: false,
  }
  const code = await runCommand(definition, args, terminal, {
    script: definition.name,
    ...invocation,
  })
  return { code, printed: printed.join('\n'), warned: warned.join('\n') }
}
