import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withSession } from '../../browser/session.ts'
import { readDeck } from '../../deck/read-deck.ts'
import { NO_PROGRESS } from '../../output/progress.ts'
import { printDeck } from '../../print/print-deck.ts'
import type { PrintOptions } from '../../print/print-deck.ts'
import { printHandout } from '../../print/print-handout.ts'
import { listProblems } from '../../print/print-problem.ts'
import type { PrintResult } from '../../print/print-result.ts'
import { openPrintView } from '../../print/print-view.ts'
import { readPdf } from '../harness/pdf.ts'
import { FIXTURES, makeFolder } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

// Slides of `tests/fixtures/print`.

/** Every kind of link within a deck; slide 3 has three steps. */
const LINKED = '1-4'
/** An arrow and a check mark, which the font of the text lacks and another bundled one has. */
const COVERED = '5'
/** The note of slide 5 and the text of slide 6 have characters that no bundled font has. */
const UNCOVERED = '5-6'
/** One problem a slide. */
const PROBLEM_SLIDES = '7-9'
/** A slide with Slidev's layout without a class. */
const BARE = '17'

let folder: TemporaryFolder
let site: string

beforeAll(async () => {
  folder = makeFolder()
  site = await shareBuild('print')
})

afterAll(() => folder.remove())

async function exportDeck(
  name: string,
  slides: string,
  options: Partial<PrintOptions> = {},
): Promise<PrintResult> {
  const output = join(folder.path, name)
  return printDeck({ entry: FIXTURES.print, site, slides, output, ...options })
}

/** Lists problems as the commands do, without the lines of the fixture. */
function listLines(problems: PrintResult['problems']): string[] {
  return listProblems(
    problems.map(({ slide, severity, message }) => ({ slide, severity, message })),
  )
}

describe('slides with links', () => {
  it('lead from each of them to the right page, and those that lead to none are named', async () => {
    const { problems } = await exportDeck('links.pdf', LINKED)
    const { links, tree } = await readPdf(join(folder.path, 'links.pdf'))
    expect(links).toEqual([
      // The table of contents.
      '1: page 1',
      '1: page 2',
      '1: page 3',
      '1: page 4',
      // Slide 2 in its order.
      '2: page 3',
      '2: page 4',
      '2: page 4',
      '2: https://example.com/',
      '2: mailto:ada@example.com',
      '2: page 4',
    ])
    expect(tree).toEqual(['Links → 1', 'Second → 2', 'Steps → 3', 'Method → 4'])
    expect(listLines(problems)).toEqual([
      expect.stringMatching(
        /^error: slide 2: the link to \/notes\.txt leads to no slide; it is plain text in the PDF\. /,
      ),
      expect.stringMatching(
        /^hint: slide 2: the link to \/llama3-size\.png is plain text in the PDF, /,
      ),
    ])
  })

  it('have a page for the last step of each slide, or for every step', async () => {
    await exportDeck('steps.pdf', '3-4')
    const last = await readPdf(join(folder.path, 'steps.pdf'))
    expect(last.pages.map((text) => text.replaceAll(/[^a-zM ]/g, '').trim())).toEqual([
      expect.stringMatching(/one.*two/),
      'Method',
    ])

    await exportDeck('steps.pdf', LINKED, { hasEveryClick: true })
    const all = await readPdf(join(folder.path, 'steps.pdf'))
    expect(all.pages).toHaveLength(6)
    expect(all.tree).toEqual(['Links → 1', 'Second → 2', 'Steps → 3', 'Method → 6'])
    expect(all.links).toContain('2: page 6')
  })

  it('say which linked slides are not in a PDF of some', async () => {
    const { problems } = await exportDeck('part.pdf', '2-3')
    expect(listLines(problems)).toContain(
      'hint: links to slides that were not printed are plain text: 4.',
    )
    expect((await readPdf(join(folder.path, 'part.pdf'))).links).toEqual([
      '1: page 2',
      '1: https://example.com/',
      '1: mailto:ada@example.com',
    ])
  })
})

describe('characters that the font of the text lacks', () => {
  it('are drawn with another bundled font that has them', async () => {
    const { problems } = await exportDeck('covered.pdf', COVERED)
    expect(problems).toEqual([])
    expect((await readPdf(join(folder.path, 'covered.pdf'))).fonts).toEqual(['Inter', 'NotoSansTC'])
  })

  /** The way out, the same for all. */
  const ADVICE =
    'Use other characters, or bundle a font that has them and name it in the headmatter under `fonts:`.'

  it('are named with their slide where no bundled font has them; the PDF is written all the same', async () => {
    const { problems, pages } = await exportDeck('uncovered.pdf', UNCOVERED)
    expect(listLines(problems)).toEqual([
      `warning: slide 6: no bundled font has "⟹" and "✗": drawn with a font of this machine. ${ADVICE}`,
    ])
    expect(pages).toBe(2)
    expect(existsSync(join(folder.path, 'uncovered.pdf'))).toBe(true)
  })

  it('are named in the notes of a handout, too', async () => {
    const { problems } = await printHandout({
      entry: FIXTURES.print,
      site,
      slides: UNCOVERED,
      isNotesOnly: true,
      output: join(folder.path, 'handout.pdf'),
    })
    expect(listLines(problems)).toEqual([
      `warning: slide 5: no bundled font has "⟹": drawn with a font of this machine. ${ADVICE}`,
    ])
  })
})

it('prints a slide whose layout has no class', async () => {
  await exportDeck('bare.pdf', BARE)
  const { pages } = await readPdf(join(folder.path, 'bare.pdf'))
  expect(pages).toEqual([expect.stringContaining('Bare')])
})

it('leaves out what an editor draws beside the slides, and a host that never answers', async () => {
  const silent = createServer(() => {})
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/never.png`
  const deck = await readDeck(FIXTURES.print)
  const source = { deck, site, hasNotes: false, progress: NO_PROGRESS, log: () => {} }
  const job = { view: 'print', slides: [17], isDark: false, hasEveryClick: false } as const
  await withSession(source, async (session) => {
    const limits = { wholeMs: 60_000, stallMs: 300, colorMs: 300 }
    const view = await openPrintView(
      session,
      { ...job, isFitted: true, query: { silent: url } },
      () => {},
      limits,
    )
    expect(listLines(await view.readProblems())).toEqual([
      expect.stringMatching(/^warning: slide 17: http:.*never\.png did not answer; /),
    ])
    await view.page.context().close()
  })
  silent.closeAllConnections()
  silent.close()
})

describe('slides with problems', () => {
  it('are printed as they are, and each problem is named with its slide', async () => {
    const { problems, pages } = await exportDeck('problems.pdf', PROBLEM_SLIDES, {
      isFitted: false,
    })
    expect(listLines(problems)).toEqual([
      'error: slide 7: the image /missing.png is missing; a labeled box is printed in its place',
      expect.stringMatching(/^error: slide 8: an error was reported: .*undefined/),
      expect.stringMatching(
        /^error: slide 9: "the last line" reaches up to \d+ px beyond the slide's bottom edge/,
      ),
    ])
    expect(pages).toBe(3)
    expect((await readPdf(join(folder.path, 'problems.pdf'))).pages[0]).toContain('Missing picture')
  })

  it('are not printed where the author is strict, and an earlier PDF is kept', async () => {
    const path = join(folder.path, 'strict.pdf')
    writeFileSync(path, 'earlier')
    await expect(exportDeck('strict.pdf', '7', { isStrict: true })).rejects.toThrow(
      /^error: .*slide 7: the image \/missing\.png is missing; .*\n.*strict\.pdf was not written: 1 problem: 1 error on slide 7$/,
    )
    expect(readFileSync(path, 'utf8')).toBe('earlier')
  })
})
