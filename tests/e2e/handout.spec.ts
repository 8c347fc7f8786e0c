import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { writeHandout } from '../../tools/handout.ts'
import type { HandoutOrder } from '../../tools/handout.ts'
import { toNoteText } from '../../tools/print/note-text.ts'
import { loadDeck } from '../../tools/slide-model.ts'
import type { DeckModel } from '../../tools/slide-model.ts'
import { openDeck } from './deck.ts'
import { readPdf } from './pdf.ts'
import type { PdfFacts } from './pdf.ts'
import { makeFolder, QUIET, ROOT } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

const A4 = [595, 842]

let deck: DeckModel
let folder: TemporaryFolder

beforeAll(async () => {
  deck = await loadDeck(join(ROOT, 'slides.md'))
  folder = makeFolder()
})

afterAll(() => folder.remove())

async function readHandout(order: Partial<HandoutOrder> = {}): Promise<PdfFacts> {
  const output = join(folder.path, 'handout.pdf')
  await writeHandout(
    { deck, site: inject('builtDeck'), progress: QUIET, log: console.warn },
    { isDark: false, isNotesOnly: false, output, ...order },
  )
  return readPdf(output)
}

/** A text without the spaces that lines and fonts put into it. */
function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** The first words of each note, by slide: letters of any script, no Markdown. */
function listNoteBeginnings(): [slide: number, words: string][] {
  return deck.slides.flatMap(({ number, noteLines }) => {
    const note = toNoteText(noteLines.map(({ text }) => text))
    const words = /[\p{L}\p{N} -]{8,}/u.exec(note.replace(/^(?:\d\. |\[)/, ''))?.[0].trim()
    return words ? [[number, words]] : []
  })
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
    expect(pdf.pages.length).toBeGreaterThanOrEqual(16)
    expect(pdf.pages.length).toBeLessThanOrEqual(20)
    for (const [index, text] of pdf.pages.entries()) {
      expect(text).toContain('The Llama 3 Herd of Models')
      expect(squeeze(text)).toContain(`${index + 1}/${pdf.pages.length}`)
    }
  })

  it('shows every slide with its figures', () => {
    expect(pdf.tree).toHaveLength(46)
    const text = squeeze(pdf.pages.join(' '))
    for (const { number } of deck.slides) {
      expect(text).toContain(`Slide${number}`)
    }
    expect(pdf.pictures.reduce((sum, count) => sum + count, 0)).toBe(22)
    expect(pdf.alts.flat()).toEqual(expect.arrayContaining([expect.stringMatching(/^Table 2 of/)]))
  })

  it('has each note on the page of its slide, the Chinese ones too', () => {
    const beginnings = listNoteBeginnings()
    expect(beginnings.length).toBeGreaterThan(15)
    for (const [slide, words] of beginnings) {
      expect({ slide, text: textOfSlide(slide) }).toEqual({
        slide,
        text: expect.stringContaining(squeeze(words)),
      })
    }
    expect(textOfSlide(13)).toContain('少量的高品質資料可以助於提升模型能力')
  })

  it('is tagged, says what it is, and holds its fonts', () => {
    expect(pdf.tags[0]).toMatchObject({ H1: expect.any(Number), Figure: expect.any(Number) })
    expect(pdf.info).toMatchObject({
      Title: 'The Llama 3 Herd of Models – Handout',
      Author: 'Jun-Chen Hung',
      Language: 'en',
    })
    expect(pdf.missingFonts).toEqual([])
  })
})

it('leaves the slides out when only the notes are asked for', async () => {
  const pdf = await readHandout({ isNotesOnly: true })
  const text = squeeze(pdf.pages.join(' '))
  expect(pdf.pictures.every((count) => count === 0)).toBe(true)
  expect(text).toContain(squeeze('13 · Pre-training - Data'))
  expect(text).toContain('證明他的ICL能力足夠')
  expect(pdf.info['Title']).toBe('The Llama 3 Herd of Models – Notes')
})

it('sets the Chinese notes in the bundled font', async () => {
  const shown = await openDeck(inject('builtDeck'))
  try {
    const page = await shown.open('handout?print=true&range=12-13')
    const session = await page.context().newCDPSession(page)
    const { root } = await session.send('DOM.getDocument')
    await session.send('CSS.enable')
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: '.slidev-note [lang="zh-Hant"]',
    })
    const fonts = await Promise.all(
      nodeIds.map(async (nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })),
    )
    const families = fonts.flatMap(({ fonts: used }) => used.map(({ familyName }) => familyName))
    // Chromium names a variable font by its lightest weight.
    expect([...new Set(families)].toSorted()).toEqual(['Inter', 'Noto Sans TC Thin'])
    shown.expectNoFaults()
  } finally {
    await shown.close()
  }
})
