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
      const expected: Record<string, unknown> = {
        build: {
          entry: join(project, 'slides.md'),
          out: join(project, 'dist'),
          base: '/',
          isSpeaker: false,
          hasPdf: false,
        },
        preview: { out: join(project, 'dist'), port: 4173 },
        export: {
          entry: join(project, 'slides.md'),
          workingFolder: join(project, 'talks'),
          format: 'pdf',
          isDark: false,
          hasEveryClick: false,
          output: join(project, 'out/slides.pdf'),
        },
        handout: {
          entry: join(project, 'slides.md'),
          workingFolder: join(project, 'talks'),
          isDark: false,
          isNotesOnly: false,
          output: join(project, 'out/slides-handout.pdf'),
        },
        doctor: { entry: join(project, 'slides.md'), online: false, isJson: false },
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
    ['handout --notes-only --slides 2', { isNotesOnly: true, slides: '2' }],
    ['handout --dark', { isDark: true }],
    [
      'doctor --only alt,axe,images --slides 1 --json',
      { checks: ['images', 'accessibility'], slides: '1', isJson: true },
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
    ['preview --out built', 'out', 'talks/built'],
    ['export --output x.pdf', 'output', 'talks/x.pdf'],
    ['export --output images --format png', 'output', 'talks/images'],
    ['export --site built', 'site', 'talks/built'],
    ['handout --output x.pdf', 'output', 'talks/x.pdf'],
    ['handout --site built', 'site', 'talks/built'],
    ['doctor other.md', 'entry', 'talks/other.md'],
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

describeHelp(COMMANDS)

describe('the help', () => {
  it('has arguments and options with their defaults and choices, and the exit codes', async () => {
    const { printed } = await call(commandOf('build'), ['--help'], makeInvocation())
    expect(printed).toMatchInlineSnapshot(`
      "Usage: npm run build -- [DECK.md] [OPTIONS]

      Builds a static site with a page for each slide, without notes and presenter mode.

      Arguments:
        DECK.md          Slidev deck, or a folder with a slides.md (default: ../slides.md)

      Options:
        --speaker        keep notes and presenter mode, for your own use
        --base <PATH>    path the site is served under, such as /talks/x/ (default: "/")
        --url <ADDRESS>  full address of the published site, such as https://lab.example/talks/x/;
                         replaces --base, and link previews need it
        --router <KIND>  addresses of the slides: /12 (history), or /#/12 (hash) for servers that find
                         only files; the deck's routerMode unless given (choices: "history", "hash")
        --with-pdf       add the PDF and a button that downloads it
        --out <FOLDER>   folder to write (default: ../dist)
        --help           show this text

      Relative paths start in the working folder.

      Exit codes:
        0  done
        1  failed; an earlier output is kept
        2  wrong usage; nothing was written"
    `)
  })
})
