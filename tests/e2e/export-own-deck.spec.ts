import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { exportSlides } from '../../tools/export.ts'
import type { ExportOrder, ExportResult } from '../../tools/export.ts'
import { loadDeck } from '../../tools/slide-model.ts'
import { readPdf } from './pdf.ts'
import { buildDeck, copyProject, QUIET } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

/** Every kind of link within a deck, and a slide of three steps. */
const LINKS = `---
title: Links
---

# Links

<Toc />

---

# *Second*

[number](3), [path](/4), [alias](method), [out](https://example.com/), [letter](mailto:ada@example.com)

<Link to="4">component</Link>, <a href="/notes.txt">file</a>

---

# Steps

<v-clicks>

- one
- two

</v-clicks>

---
routeAlias: method
---

# Method
`

/** One fault a slide, and one slide without any. */
const FAULTS = `---
title: Faults
---

# Right

---

# Missing picture

<img :src="'/missing' + '.png'" alt="a picture that is not there" />

---

# *Broken* code

{{ [].at(0).name }}

---

# Too much

<div style="height: 500px">room</div>

the last line
`

let folder: TemporaryFolder
let site: string

async function build(slides: string): Promise<void> {
  folder = copyProject()
  writeFileSync(join(folder.path, 'slides.md'), slides)
  site = await buildDeck(folder)
}

async function exportDeck(name: string, order: Partial<ExportOrder> = {}): Promise<ExportResult> {
  const deck = await loadDeck(join(folder.path, 'slides.md'))
  const output = join(folder.path, name)
  return exportSlides(
    { deck, site, progress: QUIET, log: console.warn },
    { format: 'pdf', isDark: false, hasEveryClick: false, output, ...order },
  )
}

describe('a deck with links', () => {
  beforeAll(async () => build(LINKS))
  afterAll(() => folder.remove())

  it('leads from each of them to the right page, and names the one that leads to none', async () => {
    const { notices } = await exportDeck('links.pdf')
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

  it('has the last step of each slide, or every step on a page of its own', async () => {
    await exportDeck('steps.pdf', { slides: '3-4' })
    const last = await readPdf(join(folder.path, 'steps.pdf'))
    expect(last.pages.map((text) => text.replaceAll(/[^a-zM ]/g, '').trim())).toEqual([
      expect.stringMatching(/one.*two/),
      'Method',
    ])

    await exportDeck('steps.pdf', { hasEveryClick: true })
    const all = await readPdf(join(folder.path, 'steps.pdf'))
    expect(all.pages).toHaveLength(6)
    expect(all.tree).toEqual(['Links → 1', 'Second → 2', 'Steps → 3', 'Method → 6'])
    expect(all.links).toContain('2: page 6')
  })

  it('says which linked slides are not in a PDF of some', async () => {
    const { notices } = await exportDeck('part.pdf', { slides: '2-3' })
    expect(notices).toContain('Links to slides that were not printed are plain text: 4.')
    expect((await readPdf(join(folder.path, 'part.pdf'))).links).toEqual([
      '1: page 2',
      '1: https://example.com/',
      '1: mailto:ada@example.com',
    ])
  })
})

describe('a deck with faults', () => {
  beforeAll(async () => build(FAULTS))
  afterAll(() => folder.remove())

  it('is not printed over: each fault is named with its slide, and an earlier PDF is kept', async () => {
    writeFileSync(join(folder.path, 'faults.pdf'), 'earlier')
    const error: unknown = await exportDeck('faults.pdf').catch((reason: unknown) => reason)
    const lines = error instanceof Error ? error.message.split('\n') : []
    expect(lines).toEqual([
      'Slide 2 "Missing picture": /missing.png could not be loaded (the server answered 404).',
      expect.stringMatching(/^Slide 3 "Broken code": an error was reported: .*undefined/),
      expect.stringMatching(
        /^Slide 4 "Too much": "the last line" reaches up to \d+ px beyond the slide's bottom edge/,
      ),
    ])
    expect(readFileSync(join(folder.path, 'faults.pdf'), 'utf8')).toBe('earlier')
  })

  it('can still be printed where it is right', async () => {
    const { summary } = await exportDeck('right.pdf', { slides: '1' })
    expect(summary).toMatch(/^1 pages/)
    expect(existsSync(join(folder.path, 'right.pdf'))).toBe(true)
  })
})
