import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  callWith,
  COMMANDS as LECTERN_COMMANDS,
  makeInvocation,
  orderOf,
  parserOf,
} from '../addons/slidev-addon-lectern/tests/commands/calls.ts'
import { describeHelp } from '../addons/slidev-addon-lectern/tests/commands/help.ts'
import {
  describeRefusals,
  refusalOf,
} from '../addons/slidev-addon-lectern/tests/commands/refusals.ts'
import { BENCH } from '../bench/command.ts'

const ROOT = join(import.meta.dirname, '..')

/** Commands of this repository that are not Lectern's. */
const COMMANDS = [BENCH]

it('covers every command of package.json that this repository defines', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  const ours = Object.keys(scripts).filter((name) =>
    /^lectern |\/run\.ts$/.test(scripts[name] ?? ''),
  )
  const names = [...LECTERN_COMMANDS, ...COMMANDS].map(({ name }) => name)
  expect(names.toSorted()).toEqual(ours.toSorted())
})

it.each(COMMANDS)('names the call of $name as it is typed without npm', (command) => {
  expect(parserOf(command).name()).toBe(`npm run ${command.name} --`)
})

describeHelp(COMMANDS)
describeRefusals(COMMANDS, { json: 'elsewhere.json' })

describe('bench', () => {
  it('writes into the project, wherever the user stands', async () => {
    const invocation = makeInvocation()
    expect(await orderOf(BENCH, [], invocation)).toEqual({
      json: join(invocation.project, 'out/bench.json'),
    })
  })

  it('measures less, with --quick', async () => {
    expect(await orderOf(BENCH, ['--quick'], makeInvocation())).toMatchObject({ quick: true })
  })

  it('takes a typed path from where the user stands', async () => {
    const invocation = makeInvocation()
    expect(await orderOf(BENCH, ['--json', 'x.json'], invocation)).toHaveProperty(
      'json',
      join(invocation.project, 'talks/x.json'),
    )
  })

  it('refuses a deck', async () => {
    expect(await refusalOf(BENCH, ['other.md'])).toBe(
      'npm run bench: "other.md" is no option, and this command takes only options.',
    )
  })

  it('refuses a folder as its file', async () => {
    const message = await refusalOf(BENCH, ['--json', 'built'])
    expect(message).toContain('--json')
    expect(message).toContain('It is a folder. Name a file.')
  })

  it('ends with 2 and names the file that cannot be written', async () => {
    const { code, warned } = await callWith(BENCH, ['--json', 'notes.txt/x.json'], makeInvocation())
    expect(warned).toMatch(/^The bench could not measure\. notes\.txt\/x\.json cannot be written/)
    expect(code).toBe(2)
  })
})
