import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readDeck } from '../../deck/read-deck.ts'
import { writeDeck } from '../harness/decks.ts'

const DECK = `---
title: A talk
---

# One

Text.

---
layout: cover
---

# Two

<!-- aside -->

After it.

<!--
Say this.
[click] And this.
-->
---
src: ./part/more.md
---

---
src: ./part/missing.md
---
`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-'))
  mkdirSync(join(folder, 'part'))
  writeFileSync(join(folder, 'slides.md'), DECK)
  writeFileSync(join(folder, 'part/more.md'), '# Three\n\nImported.\n')
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('a deck as its author wrote it', () => {
  it('has its slides in order, with the lines of each part as an editor counts them', async () => {
    const { slides, headmatter, file } = await readDeck('slides.md', folder)
    expect(file).toBe('slides.md')
    expect(headmatter.title).toBe('A talk')
    expect(slides.map(({ number, title }) => [number, title])).toEqual([
      [1, 'A talk'],
      [2, 'Two'],
      [3, 'Three'],
    ])
    const [one, two] = slides
    expect(one?.frontmatterLines.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(one?.contentLines.find(({ text }) => text === '# One')?.number).toBe(5)
    expect(two?.frontmatter.layout).toBe('cover')
    expect(two?.contentLines.find(({ text }) => text === 'After it.')?.number).toBe(17)
  })

  it('tells the speaker’s note from a comment in the text', async () => {
    const { slides } = await readDeck('slides.md', folder)
    expect(slides[0]?.noteLines).toEqual([])
    expect(slides[1]?.contentLines.map(({ text }) => text)).toContain('<!-- aside -->')
    expect(slides[1]?.noteLines.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '19 <!--',
      '20 Say this.',
      '21 [click] And this.',
      '22 -->',
    ])
  })

  it('names the file of an imported slide, and the import that is not there', async () => {
    const { slides, errors } = await readDeck('slides.md', folder)
    expect(slides[2]?.file).toBe('part/more.md')
    expect(slides[2]?.contentLines[0]).toEqual({ number: 1, text: '# Three' })
    expect(errors).toEqual([
      {
        check: 'links',
        file: 'slides.md',
        line: 28,
        seen: 'Slidev skips this import: Imported markdown file not found: part/missing.md',
        expected: 'a file that exists',
        fix: 'Correct the path after "src:", or put the file there.',
      },
    ])
  })

  it('is slides.md where a folder is named', async () => {
    expect((await readDeck('.', folder)).file).toBe('slides.md')
    await expect(readDeck('part', folder)).rejects.toThrow('There is no file part/slides.md.')
  })

  it('refuses a file that is not there', async () => {
    await expect(readDeck('none.md', folder)).rejects.toThrow('There is no file none.md.')
  })
})

describe('a deck that Slidev would misread', () => {
  it.each([
    ['\uFEFF', 'a byte order mark'],
    ['', 'no mark'],
  ])('%j is read with its headmatter and lines, with %s', async (mark) => {
    const text = `${mark}---  \r\ntitle: A talk\r\n---\r\n\r\n# One\r\n\r\n---\r\n\r\n# Two\r\n`
    const { headmatter, slides } = await writeDeck(text)
    expect(headmatter.title).toBe('A talk')
    expect(slides.map(({ title }) => title)).toEqual(['A talk', 'Two'])
    expect(slides[1]?.contentLines.find((line) => line.text === '# Two')?.number).toBe(9)
  })

  it('has one slide where the file is empty', async () => {
    expect((await writeDeck('')).slides).toHaveLength(1)
  })

  it.each([
    [
      'a colon in a title',
      '---\ntitle: Colon: in the title\n---\n\n# One\n',
      'slides.md:2: "title: Colon: in the title" is no YAML: Nested mappings are not allowed in compact mappings. ' +
        'Expected one "key: value" on each line. Put quotation marks around the value: title: "One: two".',
    ],
    [
      'a tab before a key of a slide',
      '# One\n\n---\nlayout: center\n\tclass: tabbed\n---\n\n# Two\n',
      'slides.md:5: "class: tabbed" is no YAML: Tabs are not allowed as indentation. ' +
        'Expected one "key: value" on each line. Replace the tab by spaces.',
    ],
    [
      'an open bracket',
      '---\ntheme: none\nfonts:\n  sans: [Roboto\n---\n\n# One\n',
      'slides.md:4: "sans: [Roboto" is no YAML: Flow sequence in block collection must be sufficiently indented and ' +
        'end with a ]. Expected one "key: value" on each line. Close the brackets, or indent the lines of the list alike.',
    ],
  ])('is refused with the line of %s', async (_what, markdown, message) => {
    await expect(writeDeck(markdown)).rejects.toThrow(message)
  })

  it('names text that is read as frontmatter', async () => {
    const { errors } = await writeDeck('# One\n\n---\nThis text is lost\n---\n\n# Two\n')
    expect(errors).toMatchObject([
      { file: 'slides.md', line: 3, seen: expect.stringContaining('are not shown') },
    ])
  })
})

it('knows the names of slides that are left out', async () => {
  const slides = [
    'routeAlias: one',
    'routeAlias: two\nhide: true',
    'routeAlias: three\ndisabled: true',
  ]
  const deck = await writeDeck(slides.map((front) => `---\n${front}\n---\n\n# Slide\n`).join('\n'))
  expect(deck.hiddenAliases).toEqual(['two', 'three'])
  expect(deck.slides.map(({ alias }) => alias)).toEqual(['one'])
})
