import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  call,
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
import { FIGURES } from '../figures/render/command.ts'
import { listFigures } from '../figures/render/renderer.ts'

const ROOT = join(import.meta.dirname, '..')

/** Commands of this repository that are not Lectern's. */
const COMMANDS = [FIGURES, BENCH]

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

describe('figures', () => {
  const [first = '', second = ''] = listFigures()

  it('takes all figures of the project, wherever the user stands', async () => {
    expect(await orderOf(FIGURES, [], makeInvocation())).toEqual({
      names: listFigures(),
      isNamed: false,
      isCheck: false,
    })
  })

  it('compares all figures, with --check', async () => {
    expect(await orderOf(FIGURES, ['--check'], makeInvocation())).toMatchObject({
      isCheck: true,
      isNamed: false,
    })
  })

  it('opens the page of all figures, with --open', async () => {
    expect(await orderOf(FIGURES, ['--open'], makeInvocation())).toBe('open')
  })

  it('takes figures by their names, each once', async () => {
    expect(await orderOf(FIGURES, [second, first, second], makeInvocation())).toEqual({
      names: [second, first],
      isNamed: true,
      isCheck: false,
    })
  })

  it.each([`${first}x`, `public/${first}.png`, `${first}.vue`])(
    'does not know a figure as %s, and names the nearest one',
    async (typed) => {
      const { code, warned, run } = await call(FIGURES, [first, typed], makeInvocation())
      expect(warned).toContain(`There is no figure "${typed}". Did you mean ${first}?`)
      expect([code, run.mock.calls]).toEqual([2, []])
    },
  )

  it.each([
    ['--check --open', "'--open' cannot be used with option '--check'"],
    ['--open dpo', '--open shows all figures. Leave out dpo.'],
  ])('refuses %s, whose parts do not fit together', async (args, expected) => {
    expect(await refusalOf(FIGURES, args.split(' '))).toContain(expected)
  })
})

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
