import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { listFigures } from '../../../../figures/render/renderer.ts'
import type { Invocation } from '../../commands/call/invocation.ts'
import { call, COMMANDS, makeInvocation } from './calls.ts'

/** Returns the order that a command makes of a call. */
async function orderOf(called: string, invocation: Invocation): Promise<unknown> {
  const [name = '', ...args] = called.split(' ')
  const { code, warned, run } = await call(name, args, invocation)
  expect([code, warned]).toEqual([0, ''])
  expect(run).toHaveBeenCalledOnce()
  return run.mock.lastCall?.[0]
}

describe('without options', () => {
  it.each(['build', 'preview', 'export', 'handout', 'figures', 'doctor', 'bench'])(
    '%s takes the deck and the places of the project, wherever the user stands',
    async (name) => {
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
        figures: { names: listFigures(), isNamed: false, isCheck: false },
        doctor: { entry: join(project, 'slides.md'), online: false, isJson: false },
        bench: { json: join(project, 'out/bench.json') },
      }
      expect(await orderOf(name, invocation)).toEqual(expected[name])
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
    ['bench --quick', { quick: true }],
    ['figures --check', { isCheck: true, isNamed: false }],
  ])('in "npm run %s": %j', async (called, expected) => {
    expect(await orderOf(called, makeInvocation())).toMatchObject(expected)
  })

  it('the page of all figures, with --open', async () => {
    expect(await orderOf('figures --open', makeInvocation())).toBe('open')
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
    ['bench --json x.json', 'json', 'talks/x.json'],
  ])('in "npm run %s" starts where the user stands', async (called, key, path) => {
    const invocation = makeInvocation()
    expect(await orderOf(called, invocation)).toHaveProperty(key, join(invocation.project, path))
  })

  it.each([
    ['export other.md', 'out/named.pdf'],
    ['export other.md --format pptx', 'out/named.pptx'],
    ['export other.md --format png', 'out/named'],
    ['handout other.md', 'out/named-handout.pdf'],
    ['handout other.md --notes-only', 'out/named-notes.pdf'],
  ])('is not needed: "npm run %s" writes %s in the project', async (called, path) => {
    const invocation = makeInvocation()
    expect(await orderOf(called, invocation)).toHaveProperty(
      'output',
      join(invocation.project, path),
    )
  })
})

describe('figures', () => {
  const [first = '', second = ''] = listFigures()

  it('are taken by their names, each once', async () => {
    expect(await orderOf(`figures ${second} ${first} ${second}`, makeInvocation())).toEqual({
      names: [second, first],
      isNamed: true,
      isCheck: false,
    })
  })

  it.each([`${first}x`, `public/${first}.png`, `${first}.vue`])(
    'are not known as %s, and the nearest one is named',
    async (typed) => {
      const { code, warned, run } = await call('figures', [first, typed], makeInvocation())
      expect(warned).toContain(`There is no figure "${typed}". Did you mean ${first}?`)
      expect([code, run.mock.calls]).toEqual([2, []])
    },
  )
})

describe('the help', () => {
  it.each(Object.keys(COMMANDS))('of %s is printed, and nothing is done', async (name) => {
    const { code, printed, warned, run } = await call(name, ['--help'], makeInvocation())
    expect([code, warned, run.mock.calls]).toEqual([0, '', []])
    expect(printed).toMatch(new RegExp(`^Usage: npm run ${name} -- .*\\[OPTIONS\\]\n\n[A-Z]`))
    expect(printed).toMatch(/\nExit codes:\n {2}0 {2}/)
  })

  it('has arguments and options with their defaults and choices, and the exit codes', async () => {
    const { printed } = await call('build', ['--help'], makeInvocation())
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
