import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readDeck } from '../../deck/read-deck.ts'

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
      { file: 'slides.md', line: 28, message: expect.stringContaining('part/missing.md') },
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
