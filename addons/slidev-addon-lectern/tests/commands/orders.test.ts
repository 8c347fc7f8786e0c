import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { Invocation } from '../../commands/call/invocation.ts'
import { call, commandOf, COMMANDS, makeInvocation, orderOf } from './calls.ts'
import { describeHelp } from './help.ts'

/** Returns the order of a call such as `build --speaker`. */
async function orderOfCall(called: string, invocation: Invocation): Promise<unknown> {
  const [name = '', ...args] = called.split(' ')
  return orderOf(commandOf(name), args, invocation)
}

describe('without options', () => {
  it.each(COMMANDS)(
    '$name takes the deck and the places of the project, wherever the user stands',
    async (command) => {
      const invocation = makeInvocation()
      const { project } = invocation
      const choices = { isFitted: true, isStrict: false, isListedWhole: false, isArchive: false }
      const expected: Record<string, unknown> = {
        build: {
          entry: join(project, 'slides.md'),
          out: join(project, 'dist'),
          isSpeaker: false,
          hasPdf: false,
          isStrict: false,
        },
        preview: { out: join(project, 'dist'), port: 4173 },
        export: {
          entry: join(project, 'slides.md'),
          workingFolder: join(project, 'talks'),
          format: 'pdf',
          output: join(project, 'out/slides.pdf'),
          ...choices,
        },
        handout: {
          entry: join(project, 'slides.md'),
          workingFolder: join(project, 'talks'),
          isNotesOnly: false,
          output: join(project, 'out/slides-handout.pdf'),
          ...choices,
        },
        figures: {
          entry: join(project, 'slides.md'),
          names: ['code', 'size'],
          isNamed: false,
          isCheck: false,
          isStrict: false,
          call: ['npm run figures --', ''],
        },
        doctor: {
          entry: join(project, 'slides.md'),
          online: false,
          output: { isJson: false, isAll: false, isStrict: false, least: 'hint' },
        },
      }
      expect(await orderOf(command, [], invocation)).toEqual(expected[command.name])
    },
  )
})

describe('options mean', () => {
  it.each<[called: string, expected: Record<string, unknown>]>([
    ['build other.md --speaker --with-pdf', { isSpeaker: true, hasPdf: true }],
    ['build --base talks/x', { base: '/talks/x/' }],
    ['build --base=/talks/x/', { base: '/talks/x/' }],
    [
      'build --url https://lab.example/talks/x',
      { base: '/talks/x/', url: 'https://lab.example/talks/x/' },
    ],
    ['build --router hash', { router: 'hash' }],
    ['preview --port 0', { port: 0 }],
    ['preview --port 8080', { port: 8080 }],
    ['export --slides 1-2 --dark --clicks', { slides: '1-2', isDark: true, hasEveryClick: true }],
    ['export --format png', { format: 'png' }],
    ['export --format pptx --output x.PPTX', { format: 'pptx' }],
    ['export --format pptx-editable --output x.pptx', { format: 'pptx-editable' }],
    ['handout --notes-only --slides 2', { isNotesOnly: true, slides: '2' }],
    ['handout --dark', { isDark: true }],
    ['export --archive', { format: 'pdf', isArchive: true }],
    ['handout --archive', { isArchive: true }],
    ['export --fit --no-dark --no-clicks', { isFitted: true, isDark: false, hasEveryClick: false }],
    ['export --no-fit --strict --all', { isFitted: false, isStrict: true, isListedWhole: true }],
    ['handout --no-fit --strict --all', { isFitted: false, isStrict: true, isListedWhole: true }],
    ['build --with-pdf --strict', { hasPdf: true, isStrict: true }],
    ['build --single --strict', { isSingle: true, isStrict: true }],
    [
      'doctor --only alt,axe,images --slides 1 --json',
      { checks: ['images', 'accessibility'], slides: '1', output: { isJson: true } },
    ],
    [
      'doctor --all --strict --min warning',
      { output: { isJson: false, isAll: true, isStrict: true, least: 'warning' } },
    ],
    [
      'figures --check',
      { isCheck: true, isStrict: false, isNamed: false, names: ['code', 'size'] },
    ],
    [
      'figures size code size --strict',
      { isCheck: false, isStrict: true, isNamed: true, names: ['size', 'code'] },
    ],
    [
      'figures --check size --deck ../slides.md',
      { names: ['size'], call: ['npm run figures --', ' --deck ../slides.md'] },
    ],
    ['doctor --online --only links,notes', { online: true, checks: ['links', 'notes'] }],
  ])('in "npm run %s": %j', async (called, expected) => {
    expect(await orderOfCall(called, makeInvocation())).toMatchObject(expected)
  })
})

describe('a typed path', () => {
  it.each([
    ['build other.md', 'entry', 'talks/other.md'],
    ['build ../slides.md', 'entry', 'slides.md'],
    ['build ..', 'entry', 'slides.md'],
    ['build --out x', 'out', 'talks/x'],
    ['build --out ../x', 'out', 'x'],
    ['build --single --out x.html', 'out', 'talks/x.html'],
    ['build --single', 'out', 'out/slides.html'],
    ['build other.md --single', 'out', 'out/named.html'],
    ['preview --out built', 'out', 'talks/built'],
    ['export --output x.pdf', 'output', 'talks/x.pdf'],
    ['export --output images --format png', 'output', 'talks/images'],
    ['export --site built', 'site', 'talks/built'],
    ['handout --output x.pdf', 'output', 'talks/x.pdf'],
    ['handout --site built', 'site', 'talks/built'],
    ['doctor other.md', 'entry', 'talks/other.md'],
    ['figures --deck ../slides.md', 'entry', 'slides.md'],
  ])('in "npm run %s" starts where the user stands', async (called, key, path) => {
    const invocation = makeInvocation()
    expect(await orderOfCall(called, invocation)).toHaveProperty(
      key,
      join(invocation.project, path),
    )
  })

  it.each([
    ['export other.md', 'out/named.pdf'],
    ['export other.md --format pptx', 'out/named.pptx'],
    ['export other.md --format pptx-editable', 'out/named.pptx'],
    ['export other.md --format png', 'out/named'],
    ['handout other.md', 'out/named-handout.pdf'],
    ['handout other.md --notes-only', 'out/named-notes.pdf'],
  ])('is not needed: "npm run %s" writes %s in the project', async (called, path) => {
    const invocation = makeInvocation()
    expect(await orderOfCall(called, invocation)).toHaveProperty(
      'output',
      join(invocation.project, path),
    )
  })
})

describe('the headmatter’s export options', () => {
  const DECK = '---\nexport: { format: png, output: slides/a }\n---\n\n# One\n'

  it.each([
    ['export options.md', { format: 'png', output: 'slides/a' }],
    ['export options.md --format pdf', { format: 'pdf', output: 'slides/a.pdf' }],
    ['export options.md --output x.pdf', { format: 'pdf', output: 'talks/x.pdf' }],
    ['handout options.md', { output: 'out/options-handout.pdf' }],
  ])('in "npm run %s" give way to the call: %j', async (called, { output, ...expected }) => {
    const invocation = makeInvocation()
    writeFileSync(join(invocation.workingFolder, 'options.md'), DECK)
    expect(await orderOfCall(called, invocation)).toMatchObject({
      ...expected,
      output: join(invocation.project, output),
    })
  })
})

describeHelp(COMMANDS)

describe('the help', () => {
  it('has arguments and options with their defaults and choices, and the exit codes', async () => {
    const { printed } = await call(commandOf('build'), ['--help'], makeInvocation())
    expect(printed).toMatchInlineSnapshot(`
      "Usage: npm run build -- [DECK.md] [OPTIONS]

      Builds a static site with a page for each slide, or one file with all of them, without notes and
      presenter mode.

      Arguments:
        DECK.md          Slidev deck, or a folder with a slides.md (default: ../slides.md)

      Options:
        --speaker        keep notes and presenter mode, for your own use
        --base <PATH>    path the site is served under, such as /talks/x/ (default: base of
                         vite.config.ts, or /)
        --url <ADDRESS>  full address of the published site, such as https://lab.example/talks/x/;
                         replaces --base, and link previews need it
        --router <KIND>  addresses of the slides: /12 (history), or /#/12 (hash) for servers that find
                         only files; the deck's routerMode unless given (choices: "history", "hash")
        --with-pdf       add the PDF and a button that downloads it
        --single         write one HTML file instead, which opens without a server; not with --speaker,
                         --base, --url, --router and --with-pdf
        --strict         write nothing where the PDF has errors or warnings, or where the single file
                         needs another one, and exit with 1
        --out <PATH>     folder to write (default: ../dist), or with --single the file (default:
                         ../out/NAME.html; NAME is the deck's exportFilename or file name)
        --help           show this text

      Relative paths start in the working folder.

      Exit codes:
        0  done
        1  failed; an earlier output is kept
        2  wrong usage; nothing was written"
    `)
  })
})
