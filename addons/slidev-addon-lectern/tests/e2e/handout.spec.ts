import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DeckModel } from '../../deck/read-deck.ts'
import { printHandout } from '../../print/print-handout.ts'
import type { HandoutOptions } from '../../print/print-handout.ts'
import { listAlts, listNoteWords, loadFixture } from '../harness/deck-source.ts'
import { BUNDLED_RE, readPdf } from '../harness/pdf.ts'
import type { PdfFacts } from '../harness/pdf.ts'
import { FIXTURES, makeFolder } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { shareBuild } from '../harness/shared-builds.ts'

const A4 = [595, 842]

let deck: DeckModel
let folder: TemporaryFolder

beforeAll(async () => {
  deck = await loadFixture('talk')
  folder = makeFolder()
})

afterAll(() => folder.remove())

async function readHandout(options: Partial<HandoutOptions> = {}): Promise<PdfFacts> {
  const output = join(folder.path, 'handout.pdf')
  await printHandout({
    entry: FIXTURES.talk,
    site: await shareBuild('talk'),
    output,
    ...options,
  })
  return readPdf(output)
}

/** A text without the spaces that lines and fonts put into it. */
function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}

describe('the handout', () => {
  let pdf: PdfFacts
  let textOfSlide: (slide: number) => string

  beforeAll(async () => {
    pdf = await readHandout()
    const pages = pdf.tree.map((line) => Number(/→ (\d+)$/.exec(line)?.[1]))
    textOfSlide = (slide) => squeeze(pdf.pages[(pages[slide - 1] ?? 0) - 1] ?? '')
  })

  it('is A4, three slides a page, with the deck’s title and the page’s number on each', () => {
    expect(pdf.sizes.map((size) => size.map(Math.round))).toEqual(pdf.sizes.map(() => A4))
    // No note of this deck needs more room than its slide.
    expect(pdf.pages).toHaveLength(Math.ceil(deck.slides.length / 3))
    for (const [index, text] of pdf.pages.entries()) {
      expect(text).toContain('The Llama 3 Herd of Models')
      expect(squeeze(text)).toContain(`${index + 1}/${pdf.pages.length}`)
    }
  })

  it('shows every slide with its figures', () => {
    expect(pdf.tree).toHaveLength(deck.slides.length)
    const text = squeeze(pdf.pages.join(' '))
    for (const { number } of deck.slides) {
      expect(text).toContain(`Slide${number}`)
    }
    const alts = deck.slides.flatMap((slide) => listAlts(slide))
    expect(pdf.images.reduce((sum, count) => sum + count, 0)).toBe(alts.length)
    expect(pdf.alts.flat()).toEqual(expect.arrayContaining(alts))
  })

  it('has each note on the page of its slide, the Chinese ones too', () => {
    const notes = listNoteWords(deck)
    expect(notes.length).toBeGreaterThan(0)
    for (const { slide, words } of notes) {
      expect({ slide, text: textOfSlide(slide) }).toEqual({
        slide,
        text: expect.stringContaining(squeeze(words)),
      })
    }
    expect(textOfSlide(10)).toContain('少量的高品質資料可以助於提升模型能力')
  })

  it('is tagged, says what it is, and holds the bundled fonts, that of Chinese notes too', () => {
    expect(pdf.tags[0]).toMatchObject({ H1: expect.any(Number), P: expect.any(Number) })
    expect(pdf.info).toMatchObject({
      Title: 'The Llama 3 Herd of Models – Handout',
      Author: 'Jun-Chen Hung',
      Language: 'en',
    })
    expect(pdf.missingFonts).toEqual([])
    expect(pdf.type3Fonts).toEqual([])
    expect(pdf.fonts).toEqual(expect.arrayContaining(['Inter', 'NotoSansTC']))
    expect(pdf.fonts.filter((family) => !BUNDLED_RE.test(family))).toEqual([])
  })
})

it('leaves the slides out when only the notes are asked for', async () => {
  const pdf = await readHandout({ isNotesOnly: true })
  const text = squeeze(pdf.pages.join(' '))
  expect(pdf.images.every((count) => count === 0)).toBe(true)
  expect(text).toContain(squeeze('10 · Pre-training - Data'))
  expect(text).toContain('證明他的ICL能力足夠')
  expect(pdf.info['Title']).toBe('The Llama 3 Herd of Models – Notes')
})
