import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '../../../deck/default-settings.ts'
import type { DeckModel } from '../../../deck/read-deck.ts'
import { readDocumentFacts, writeDocumentFacts } from '../../../print/pdf/document-facts.ts'

function deckWith(headmatter: Record<string, unknown>, title = ''): DeckModel {
  const slide = { number: 1, file: 'slides.md', path: '/x/slides.md', title, frontmatter: {} }
  const lines = {
    ownFrontmatter: {},
    importers: [],
    frontmatterLines: [],
    contentLines: [],
    noteLines: [],
  }
  const slides = [{ ...slide, ...lines, images: [] }]
  return {
    entry: '/x/slides.md',
    folder: '/x',
    file: 'slides.md',
    headmatter,
    settings: DEFAULT_SETTINGS,
    slides,
    errors: [],
    hiddenAliases: [],
  }
}

describe('what a PDF says of itself', () => {
  it('is what the headmatter says, on one line each', () => {
    const facts = readDocumentFacts(
      deckWith({
        title: 'A talk',
        author: 'Ada',
        info: 'On\n  it.',
        keywords: ['a', 'b c'],
        lang: 'de',
      }),
    )
    expect(facts).toEqual({
      title: 'A talk',
      author: 'Ada',
      subject: 'On it.',
      keywords: 'a, b c',
      language: 'de',
    })
  })

  it('is the first slide’s title, or the file’s name, without headmatter', () => {
    expect(readDocumentFacts(deckWith({}, 'First')).title).toBe('First')
    expect(readDocumentFacts(deckWith({})).title).toBe('slides.md')
  })

  it('is in the PDF, keywords of two words included', async () => {
    const created = await PDFDocument.create()
    created.addPage()
    writeDocumentFacts(created, { title: 'Ü', language: 'en', keywords: 'a, b c' })
    const pdf = await PDFDocument.load(await created.save(), { updateMetadata: false })
    expect([pdf.getTitle(), pdf.getKeywords()]).toEqual(['Ü', 'a, b c'])
    expect(pdf.catalog.getOrCreateViewerPreferences().getDisplayDocTitle()).toBe(true)
  })
})
