import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { readShapes } from '../../print/pptx-editable/slide-xml.ts'
import type { Shape } from '../../print/pptx-editable/slide-xml.ts'
import { printDeck } from '../../print/print-deck.ts'
import type { PrintResult } from '../../print/print-result.ts'
import { listAlts, listNoteWords, loadFixture } from '../harness/deck-source.ts'
import { FIXTURES, makeFolder, writeDeck } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

/** Parts of a PPTX: the text of XML, and the size of other files. */
type Parts = ReadonlyMap<string, string>

/** Reads a PPTX. */
async function readParts(path: string): Promise<Parts> {
  const { files } = await JSZip.loadAsync(readFileSync(path))
  const parts = Object.values(files).filter(({ dir }) => !dir)
  return new Map(
    await Promise.all(parts.map(async (part) => [part.name, await part.async('string')] as const)),
  )
}

/** Returns the shapes of each slide. */
function shapesOf(parts: Parts): Shape[][] {
  const count = [...parts.keys()].filter((name) => /^ppt\/slides\/[^/]+$/.test(name)).length
  return Array.from({ length: count }, (_, index) =>
    readShapes(parts.get(`ppt/slides/slide${index + 1}.xml`) ?? ''),
  )
}

function noteOf(parts: Parts, slide: number): string {
  const xml = parts.get(`ppt/notesSlides/notesSlide${slide}.xml`) ?? ''
  return Array.from(xml.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, text]) => text).join('\n')
}

function titlesOf(slides: readonly Shape[][]): string[][] {
  return slides.map((shapes) =>
    shapes.filter(({ xml }) => xml.includes('<p:ph type="title"/>')).map(({ text }) => text),
  )
}

function altsOf(shapes: readonly Shape[]): string[] {
  return shapes
    .filter(({ kind }) => kind === 'pic')
    .map(({ xml }) => /descr="([^"]*)"/.exec(xml)?.[1] ?? 'none')
}

/** Returns the parts that are no XML, by a browser's parser, and the relations that lead to no part. */
async function findDamage(parts: Parts): Promise<string[]> {
  const xml = [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name))
  const browser = await launchBrowser(ensureBrowser(console.warn))
  try {
    const page = await browser.newPage()
    const damaged = await page.evaluate(
      (files) =>
        files
          .filter(([, text]) =>
            new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror'),
          )
          .map(([name]) => name),
      xml,
    )
    return [...damaged, ...xml.flatMap(([name, text]) => findDangling(parts, name, text))]
  } finally {
    await browser.close()
  }
}

function findDangling(parts: Parts, name: string, text: string): string[] {
  const folder = posix.dirname(posix.dirname(name))
  return Array.from(text.matchAll(/<Relationship [^>]*>/g), ([relation]) => relation)
    .filter((relation) => !relation.includes('TargetMode="External"'))
    .map((relation) => /Target="([^"]*)"/.exec(relation)?.[1] ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : posix.join(folder, target)))
    .filter((target) => !parts.has(target))
}

describe('an editable PPTX of the talk', () => {
  let folder: TemporaryFolder
  let result: PrintResult
  let parts: Parts

  beforeAll(async () => {
    folder = makeFolder()
    const output = join(folder.path, 'talk.pptx')
    const site = await shareBuild('talk')
    result = await printDeck({ entry: FIXTURES.talk, site, output, format: 'pptx-editable' })
    parts = await readParts(output)
  })

  afterAll(() => folder.remove())

  it('has the slides in order, each with its title in a text box', async () => {
    const { slides } = await loadFixture('talk')
    expect(titlesOf(shapesOf(parts))).toEqual(slides.map(({ title }) => [title]))
    expect(result.pages).toBe(slides.length)
  })

  it('has the ratio of the slides', () => {
    // 976 x 549 CSS px.
    expect(parts.get('ppt/presentation.xml')).toContain('<p:sldSz cx="9296400" cy="5229225"')
  })

  it('has each figure with its alternative text, and its file', async () => {
    const { slides } = await loadFixture('talk')
    const shown = shapesOf(parts).map(altsOf)
    for (const [index, slide] of slides.entries()) {
      expect(shown[index]).toEqual(expect.arrayContaining(listAlts(slide)))
    }
    expect([...parts.keys()].some((name) => /^ppt\/media\/.+\.png$/.test(name))).toBe(true)
  })

  it('has the notes', async () => {
    for (const { slide, words } of listNoteWords(await loadFixture('talk'))) {
      expect(noteOf(parts, slide)).toContain(words)
    }
  })

  it('is whole, and loses nothing', async () => {
    expect(await findDamage(parts)).toEqual([])
    expect(result.problems.filter(({ severity }) => severity !== 'hint')).toEqual([])
  })
})

const MARKDOWN = `---
title: Tides & "moons"
author: An Author
lang: de
aspectRatio: 4/3
canvasWidth: 800
fonts: { provider: none }
---

# Tides

Water rises with $a^2 + b^2$ and falls, in [a link](https://example.org/).

<v-click>

Shown by a click

</v-click>

![A moon](/moon.png){width=100px}

<img src="/moon.png" alt="">

<!--
First line
Second & <third>
-->

---
hide: true
---

# Hidden

---

\`\`\`py
if tide:
    rise()
\`\`\`

<p style="transform: rotate(3deg)">Turned words</p>

<p class="quoted">Marked words</p>

<style>
.quoted::before { content: '→ ' }
</style>

---

# Marks

Some <span v-mark.underline>marked</span> words
`

/** A PNG of one dark pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe('an editable PPTX of a deck in 4:3', () => {
  let deck: TemporaryFolder
  let result: PrintResult
  let parts: Parts
  let slides: Shape[][]

  beforeAll(async () => {
    deck = writeDeck({ 'slides.md': MARKDOWN })
    mkdirSync(join(deck.path, 'public'))
    writeFileSync(join(deck.path, 'public/moon.png'), PIXEL)
    const output = join(deck.path, 'deck.pptx')
    result = await printDeck({
      entry: join(deck.path, 'slides.md'),
      workingFolder: deck.path,
      output,
      format: 'pptx-editable',
    })
    parts = await readParts(output)
    slides = shapesOf(parts)
  })

  afterAll(() => deck.remove())

  it('has its ratio, and leaves hidden slides out', () => {
    // 800 x 600 CSS px.
    expect(parts.get('ppt/presentation.xml')).toContain('<p:sldSz cx="7620000" cy="5715000"')
    expect(slides).toHaveLength(3)
  })

  it('has its texts in text boxes, with what comes by a click', () => {
    const texts = slides[0]?.map(({ text }) => text)
    expect(texts).toContain('Tides')
    expect(texts).toContain('Shown by a click')
    // With a space in place of the formula.
    expect(texts).toContain('Water rises with \u00A0 and falls, in a link.')
  })

  it('keeps the indentation of code', () => {
    expect(slides[1]?.map(({ text }) => text)).toContain('if tide:    rise()')
  })

  it('has titles, also where there is no heading', () => {
    expect(titlesOf(slides)).toEqual([['Tides'], ['Slide 2'], ['Marks']])
  })

  it('has alternative texts of images, formulas and turned text, and marks decoration', () => {
    expect(altsOf(slides[0] ?? [])).toEqual(['a^2 + b^2', 'A moon', ''])
    expect(slides[0]?.find(({ xml }) => xml.includes('descr=""'))?.xml).toContain('adec:decorative')
    expect(altsOf(slides[1] ?? [])).toEqual(['Turned words'])
  })

  it('shows the strokes of a mark below its word', () => {
    const word = slides[2]?.find(({ text }) => text.includes('marked'))
    const [stroke] = slides[2]?.filter(({ kind }) => kind === 'pic') ?? []
    const [, top = 0, , height = 0] = word?.box ?? []
    expect(stroke?.box[1]).toBeGreaterThan(top)
    expect(stroke?.box[1]).toBeLessThan(top + 2 * height)
    expect(stroke?.box[3]).toBeLessThan(height)
  })

  it('has the notes by paragraph, and the facts of the document', () => {
    expect(noteOf(parts, 1)).toContain('First line\nSecond &amp; &lt;third&gt;')
    const core = parts.get('docProps/core.xml')
    expect(core).toContain('<dc:title>Tides &amp; &quot;moons&quot;</dc:title>')
    expect(core).toContain('<dc:creator>An Author</dc:creator>')
    expect(core).toContain('<dc:language>de</dc:language>')
    expect(parts.get('ppt/slides/slide1.xml')).toContain('lang="de-DE"')
  })

  it('names what is lost, and what cannot be edited, with its line', () => {
    const lineOf = (text: string): number =>
      MARKDOWN.split('\n').findIndex((line) => line.includes(text)) + 1
    const found = result.problems.map(({ slide, line, message }) => ({ slide, line, message }))
    expect(found).toContainEqual({
      slide: 2,
      line: lineOf('Marked words'),
      message: expect.stringContaining('p::before "→ " is not in the PPTX'),
    })
    expect(found).toContainEqual({
      slide: 2,
      line: lineOf('Turned words'),
      message: 'The text "Turned words" is an image in the PPTX, with an alternative text.',
    })
    expect(found).toContainEqual({
      slide: 1,
      line: lineOf('a^2'),
      message: 'Formulas are images in the PPTX, with their TeX as the alternative text.',
    })
  })

  it('is whole', async () => {
    expect(await findDamage(parts)).toEqual([])
  })
})
