import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { Invocation } from '../../commands/call/invocation.ts'
import { call, COMMANDS, makeInvocation, parserOf } from './calls.ts'

const ROOT = join(import.meta.dirname, '../../../..')

const NAMES = Object.keys(COMMANDS)

/** A right value for each option that takes one. */
const VALUES: Readonly<Record<string, string>> = {
  base: '/x/',
  url: 'https://lab.example/x/',
  router: 'hash',
  out: 'elsewhere',
  port: '80',
  output: 'elsewhere.pdf',
  slides: '1',
  format: 'pdf',
  site: 'built',
  only: 'links',
  json: 'elsewhere.json',
}

/** Each option of each command, with a right value where it takes one. */
const OPTIONS = NAMES.flatMap((name) =>
  parserOf(name).options.map((option) => ({
    name,
    option: `--${option.name()}`,
    words: [`--${option.name()}`, ...(option.required ? [VALUES[option.name()] ?? ''] : [])],
    takesValue: option.required,
  })),
)

/** Calls a command, which has to refuse without doing, or writing, anything. Returns the message. */
async function refusalOf(name: string, args: readonly string[], kept?: string): Promise<string> {
  const made = makeInvocation()
  const invocation: Invocation = kept === undefined ? made : { ...made, keptByNpm: new Set([kept]) }
  const before = readdirSync(invocation.project, { recursive: true })
  const { code, printed, warned, run } = await call(name, args, invocation)
  expect(run).not.toHaveBeenCalled()
  expect(readdirSync(invocation.project, { recursive: true })).toEqual(before)
  expect(printed).toBe('')
  expect(code).toBe(2)
  const [message = '', usage, end] = warned.split('\n')
  expect(usage).toMatch(
    new RegExp(`^Usage: npm run ${name} -- .*\\[OPTIONS\\] \\(see ".* --help"\\)$`),
  )
  expect(end).toBe('Nothing was written.')
  return message
}

it('covers every command of package.json that this repository defines', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  const ours = Object.keys(scripts).filter((name) =>
    /^lectern |\/run\.ts$/.test(scripts[name] ?? ''),
  )
  expect(NAMES.toSorted()).toEqual(ours.toSorted())
})

describe.each(NAMES)('npm run %s refuses', (name) => {
  const [option] = parserOf(name).options
  const flag = option?.required ? `--${option.name()} x` : `--${option?.name()}`

  it('a second "--", and says how to call it', async () => {
    expect(await refusalOf(name, ['--', ...flag.split(' ')])).toBe(
      `npm run ${name}: "--" is needed once, right after "npm run ${name}". Write: npm run ${name} -- ${flag}`,
    )
  })

  it('an option that is not there, and names the nearest one', async () => {
    expect(await refusalOf(name, [`--${option?.name()}x`])).toBe(
      `npm run ${name}: unknown option '--${option?.name()}x' (Did you mean --${option?.name()}?)`,
    )
  })

  it('a short option, and a value for one that takes none', async () => {
    expect(await refusalOf(name, ['-o'])).toContain("unknown option '-o'")
    expect(await refusalOf(name, ['--help=yes'])).toContain("unknown option '--help=yes'")
  })
})

describe('a command refuses', () => {
  it.each(OPTIONS)('$name $option twice', async ({ name, option, words }) => {
    const args = [...words, ...words]
    expect(await refusalOf(name, args)).toBe(`npm run ${name}: ${option} is given twice.`)
  })

  it.each(OPTIONS)('$name $option before "--"', async ({ name, option }) => {
    const message = await refusalOf(name, [], option.slice(2))
    expect(message).toContain(`npm took ${option} for its own option`)
    expect(message).toContain(`Write: npm run ${name} -- ${option}`)
  })

  it.each(OPTIONS.filter(({ takesValue }) => takesValue))(
    '$name $option without a value',
    async ({ name, option }) => {
      expect(await refusalOf(name, [option])).toContain('argument missing')
      for (const value of ['', ' ', '--help']) {
        const message = await refusalOf(name, [option, value])
        expect(message).toContain(option)
        expect(message).toMatch(/empty value|no value|invalid/)
      }
    },
  )

  it.each(['build', 'export', 'handout', 'doctor'])('%s of two decks', async (name) => {
    expect(await refusalOf(name, ['other.md', '../slides.md'])).toBe(
      `npm run ${name}: This command takes one deck, and 2 are named: other.md, ../slides.md.`,
    )
  })

  it.each(['build', 'export', 'handout', 'doctor'])('%s of no deck', async (name) => {
    const refusal = async (deck: string): Promise<string> => refusalOf(name, [deck])
    expect(await refusal('othr.md')).toMatch(/There is no file othr\.md\..* Did you mean other\.md/)
    expect(await refusal('other')).toMatch(/There is no file other\..* Did you mean other\.md/)
    expect(await refusal('slides.md')).toMatch(
      /There is no file slides\.md\. Name an existing deck\.$/,
    )
    expect(await refusal('nowhere/x.md')).toContain('There is no file nowhere/x.md.')
    expect(await refusal('built')).toContain('There is no file built/slides.md.')
    expect(await refusal('notes.txt')).toContain('A deck is a Markdown file')
    expect(await refusal('')).toContain('It is empty.')
  })

  it.each(['preview', 'bench'])('%s of a deck', async (name) => {
    expect(await refusalOf(name, ['other.md'])).toBe(
      `npm run ${name}: "other.md" is no option, and this command takes only options.`,
    )
  })

  it.each(['export', 'handout', 'doctor'])('%s of slides that are not there', async (name) => {
    const refusal = async (range: string): Promise<string> => refusalOf(name, ['--slides', range])
    expect(await refusal('all')).toContain('--slides: "all" names no slides. Write them as 3,')
    expect(await refusal('2-3')).toContain(
      '--slides: There is no slide "2-3": the deck has 2 slides.',
    )
  })

  it.each([
    ['build --base', 'a b', 'Name a path such as /talks/x/, without spaces and "..".'],
    ['build --base', '../x', 'Name a path'],
    ['build --base', './x', 'Name a path'],
    ['build --base', '/talks//x', 'Name a path'],
    ['build --base', '/talks?x', 'Name a path'],
    ['build --base', String.raw`C:\talks`, 'Name a path'],
    ['build --base', 'https://lab.example/x/', 'Give it with --url instead.'],
    ['build --url', 'lab.example/x', 'Name an address such as https://lab.example/talks/x/.'],
    ['build --url', '/talks/x/', 'Name an address'],
    ['build --url', 'ftp://lab.example/', 'Name an address'],
    ['build --url', 'https://', 'Name an address'],
    ['build --url', 'https://lab.example/a b', 'Name an address'],
    ['build --url', 'https://lab.example/x/?slide=1', 'without query, fragment and user name'],
    ['build --url', 'https://lab.example/x/#/12', 'without query, fragment and user name'],
    ['build --router', 'hsh', 'Allowed choices are history, hash.'],
    ['build --out', 'other.md', 'It is a file. Name a folder.'],
    ['preview --out', 'other.md', 'It is a file. Name a folder.'],
    ['preview --port', '65536', 'Name a number up to 65535, such as 4173.'],
    ['preview --port', '80a', 'Name a number'],
    ['preview --port', '1e3', 'Name a number'],
    ['preview --port', '80.5', 'Name a number'],
    ['export --format', 'gif', 'Allowed choices are pdf, png, pptx.'],
    ['export --format', 'PDF', 'Allowed choices are pdf, png, pptx.'],
    ['export --site', 'nowhere', 'There is no such folder.'],
    ['export --site', 'other.md', 'There is no such folder.'],
    ['export --output', 'deck', 'Name a file that ends with .pdf.'],
    ['export --output', 'x.pptx', 'ends with .pdf, or give --format pptx.'],
    ['handout --site', 'nowhere', 'There is no such folder.'],
    [
      'handout --output',
      'deck.txt',
      '--output deck.txt does not fit. Name a file that ends with .pdf.',
    ],
    ['doctor --only', 'speling', 'Did you mean spelling? They are overflow, overlap,'],
    ['doctor --only', 'links,', 'There is no check "".'],
    ['bench --json', 'built', 'It is a folder. Name a file.'],
  ])('%s %j', async (called, value, expected) => {
    const [name = '', option = ''] = called.split(' ')
    const message = await refusalOf(name, [option, value])
    expect(message).toContain(option)
    expect(message).toContain(expected)
  })

  it.each([
    ['build --base /x/ --url https://lab.example/x/', "'--url <ADDRESS>' cannot be used with"],
    [
      'export --format png --output x.pdf',
      'writes a folder of images, and --output x.pdf is a file',
    ],
    ['export --format png --output other.md', 'writes a folder of images'],
    ['export --format pptx --output x.pdf', 'ends with .pptx, or give --format pdf.'],
    ['handout --notes-only --dark', "'--notes-only' cannot be used with option '--dark'"],
    ['doctor --online --only notes', '--online needs the check "links", which --only leaves out.'],
    ['figures --check --open', "'--open' cannot be used with option '--check'"],
    ['figures --open dpo', '--open shows all figures. Leave out dpo.'],
  ])('%s, whose parts do not fit together', async (called, expected) => {
    const [name = '', ...args] = called.split(' ')
    expect(await refusalOf(name, args)).toContain(expected)
  })
})
