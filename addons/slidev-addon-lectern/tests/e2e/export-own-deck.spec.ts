import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { printDeck } from '../../print/print-deck.ts'
import type { PrintOptions } from '../../print/print-deck.ts'
import { printHandout } from '../../print/print-handout.ts'
import type { PrintResult } from '../../print/print-result.ts'
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

describe('slides with links', () => {
  it('lead from each of them to the right page, and the one that leads to none is named', async () => {
    const { notices } = await exportDeck('links.pdf', LINKED)
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
    expect(notices).toEqual([
      'Slide 2: the link to /notes.txt leads to no slide; it is plain text in the PDF.',
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
    const { notices } = await exportDeck('part.pdf', '2-3')
    expect(notices).toContain('Links to slides that were not printed are plain text: 4.')
    expect((await readPdf(join(folder.path, 'part.pdf'))).links).toEqual([
      '1: page 2',
      '1: https://example.com/',
      '1: mailto:ada@example.com',
    ])
  })
})

describe('characters that the font of the text lacks', () => {
  it('are drawn with another bundled font that has them', async () => {
    const { notices } = await exportDeck('covered.pdf', COVERED)
    expect(notices).toEqual([])
    expect((await readPdf(join(folder.path, 'covered.pdf'))).fonts).toEqual(['Inter', 'NotoSansTC'])
  })

  /** The consequence and the way out, the same for all. */
  const ADVICE =
    'the PDF uses a font of this machine. ' +
    'Write it with other characters, or bundle a font that has them.'

  it('are named with their slide where no bundled font has them; the PDF is written all the same', async () => {
    const { notices, pages } = await exportDeck('uncovered.pdf', UNCOVERED)
    expect(notices).toEqual([
      `Slide 6: "⟹" and "✗" in "cause ⟹ effect ✗" are in no bundled font; ${ADVICE}`,
    ])
    expect(pages).toBe(2)
    expect(existsSync(join(folder.path, 'uncovered.pdf'))).toBe(true)
  })

  it('are named in the notes of a handout, too', async () => {
    const { notices } = await printHandout({
      entry: FIXTURES.print,
      site,
      slides: UNCOVERED,
      isNotesOnly: true,
      output: join(folder.path, 'handout.pdf'),
    })
    expect(notices).toEqual([`Slide 5: "⟹" in "A note with ⟹" is in no bundled font; ${ADVICE}`])
  })
})

it('prints a slide whose layout has no class', async () => {
  await exportDeck('bare.pdf', BARE)
  const { pages } = await readPdf(join(folder.path, 'bare.pdf'))
  expect(pages).toEqual([expect.stringContaining('Bare')])
})

describe('slides with problems', () => {
  it('are not printed: each problem is named with its slide, and an earlier PDF is kept', async () => {
    writeFileSync(join(folder.path, 'problems.pdf'), 'earlier')
    const error: unknown = await exportDeck('problems.pdf', PROBLEM_SLIDES).catch(
      (reason: unknown) => reason,
    )
    const lines = error instanceof Error ? error.message.split('\n') : []
    expect(lines).toEqual([
      'Slide 7 "Missing picture": /missing.png could not be loaded (the server answered 404).',
      expect.stringMatching(/^Slide 8 "Broken code": an error was reported: .*undefined/),
      expect.stringMatching(
        /^Slide 9 "Too much": "the last line" reaches up to \d+ px beyond the slide's bottom edge/,
      ),
    ])
    expect(readFileSync(join(folder.path, 'problems.pdf'), 'utf8')).toBe('earlier')
  })
})
