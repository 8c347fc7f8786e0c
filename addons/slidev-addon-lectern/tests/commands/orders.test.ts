import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { listFigures } from '../../../../figures/render/renderer.ts'
import type { CallSite } from '../../commands/call/call-site.ts'
import { call, COMMANDS, makeSite } from './calls.ts'

/** Order that a command makes of a call. */
async function orderOf(called: string, site: CallSite): Promise<unknown> {
  const [name = '', ...args] = called.split(' ')
  const { code, warned, run } = await call(name, args, site)
  expect([code, warned]).toEqual([0, ''])
  expect(run).toHaveBeenCalledOnce()
  return run.mock.lastCall?.[0]
}

describe('without options', () => {
  it.each(['build', 'preview', 'export', 'handout', 'figures', 'doctor', 'bench'])(
    '%s takes the deck and the places of the project, wherever the user stands',
    async (name) => {
      const site = makeSite()
      const { project } = site
      const expected: Record<string, unknown> = {
        build: {
          deck: join(project, 'slides.md'),
          out: join(project, 'dist'),
          base: '/',
          isSpeaker: false,
          hasPdf: false,
        },
        preview: { out: join(project, 'dist'), port: 4173 },
        export: {
          deck: expect.objectContaining({
            entry: join(project, 'slides.md'),
            file: '../slides.md',
          }),
          format: 'pdf',
          isDark: false,
          hasEveryClick: false,
          output: join(project, 'out/slides.pdf'),
        },
        handout: {
          deck: expect.objectContaining({ entry: join(project, 'slides.md') }),
          isDark: false,
          isNotesOnly: false,
          output: join(project, 'out/slides-handout.pdf'),
        },
        figures: { names: listFigures(), isNamed: false, isCheck: false },
        doctor: { entry: join(project, 'slides.md'), online: false, isJson: false },
        bench: { json: join(project, 'out/bench.json') },
      }
      expect(await orderOf(name, site)).toEqual(expected[name])
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
    expect(await orderOf(called, makeSite())).toMatchObject(expected)
  })

  it('the page of all figures, with --open', async () => {
    expect(await orderOf('figures --open', makeSite())).toBe('open')
  })
})

describe('a typed path', () => {
  it.each([
    ['build other.md', 'deck', 'talks/other.md'],
    ['build ../slides.md', 'deck', 'slides.md'],
    ['build ..', 'deck', 'slides.md'],
    ['build --out x', 'out', 'talks/x'],
    ['build --out ../x', 'out', 'x'],
    ['preview --out built', 'out', 'talks/built'],
    ['export --output x.pdf', 'output', 'talks/x.pdf'],
    ['export --output pictures --format png', 'output', 'talks/pictures'],
    ['export --site built', 'site', 'talks/built'],
    ['handout --output x.pdf', 'output', 'talks/x.pdf'],
    ['handout --site built', 'site', 'talks/built'],
    ['doctor other.md', 'entry', 'talks/other.md'],
    ['bench --json x.json', 'json', 'talks/x.json'],
  ])('in "npm run %s" starts where the user stands', async (called, key, path) => {
    const site = makeSite()
    expect(await orderOf(called, site)).toHaveProperty(key, join(site.project, path))
  })

  it.each([
    ['export other.md', 'out/named.pdf'],
    ['export other.md --format pptx', 'out/named.pptx'],
    ['export other.md --format png', 'out/named'],
    ['handout other.md', 'out/named-handout.pdf'],
    ['handout other.md --notes-only', 'out/named-notes.pdf'],
  ])('is not needed: "npm run %s" writes %s in the project', async (called, path) => {
    const site = makeSite()
    expect(await orderOf(called, site)).toHaveProperty('output', join(site.project, path))
  })
})

describe('figures', () => {
  const [first = '', second = ''] = listFigures()

  it('are taken by their names, each once', async () => {
    expect(await orderOf(`figures ${second} ${first} ${second}`, makeSite())).toEqual({
      names: [second, first],
      isNamed: true,
      isCheck: false,
    })
  })

  it.each([`${first}x`, `public/${first}.png`, `${first}.vue`])(
    'are not known as %s, and the nearest one is named',
    async (typed) => {
      const { code, warned, run } = await call('figures', [first, typed], makeSite())
      expect(warned).toContain(`There is no figure "${typed}". Did you mean ${first}?`)
      expect([code, run.mock.calls]).toEqual([2, []])
    },
  )
})

describe('the help', () => {
  it.each(Object.keys(COMMANDS))('of %s is printed, and nothing is done', async (name) => {
    const { code, printed, warned, run } = await call(name, ['--help'], makeSite())
    expect([code, warned, run.mock.calls]).toEqual([0, '', []])
    expect(printed).toMatch(new RegExp(`^Usage: npm run ${name} -- .*\\[OPTIONS\\]\n\n[A-Z]`))
    expect(printed).toMatch(/\nExit codes:\n {2}0 {2}/)
  })

  it('has arguments and options with their defaults and choices, and the exit codes', async () => {
    const { printed } = await call('build', ['--help'], makeSite())
    expect(printed).toMatchInlineSnapshot(`
      "Usage: npm run build -- [DECK.md] [OPTIONS]

      Builds the site for everybody: without notes and presenter mode.

      Arguments:
        DECK.md          a Slidev deck, or a folder with a slides.md (default: slides.md of the project)

      Options:
        --speaker        keep notes and presenter mode, for yourself
        --base <PATH>    path the site is served under, such as /talks/x/ (default: "/")
        --url <ADDRESS>  full address the site is published at, such as https://lab.example/talks/x/;
                         instead of --base, for link previews
        --router <KIND>  addresses of the slides: /12, or /#/12 for file servers that do not answer /12
                         with a page; the deck's routerMode unless given (choices: "history", "hash")
        --with-pdf       add the PDF, and a button to download it
        --out <FOLDER>   folder to write (default: dist in the project)
        --help           show this text

      Paths that you type start in the folder you stand in.

      Exit codes:
        0  done
        1  failed; an earlier output stays as it was
        2  the call was not understood; nothing was written"
    `)
  })
})
