import { PDFDocument, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import { resolveSlideLinks, takeDestinations } from '../../../print/pdf/links.ts'
import { listLinks } from '../../harness/pdf.ts'

/** Creates a PDF whose pages have links to the addresses, all at the same place of their page. */
async function createPdf(pages: readonly (readonly string[])[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  for (const addresses of pages) {
    const page = pdf.addPage([700, 400])
    for (const address of addresses) {
      const annotation = pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [10, 280, 20, 300],
        A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
      })
      page.node.addAnnot(pdf.context.register(annotation))
    }
  }
  return pdf
}

describe('the destinations of slides in a PDF', () => {
  it('are read from their marks, which are gone afterwards', async () => {
    const pdf = await createPdf([
      ['http://slide.invalid/3#destination', 'https://example.com/'],
      ['http://slide.invalid/12#destination'],
    ])
    expect(takeDestinations(pdf)).toEqual(
      new Map([
        [3, { page: 0, top: 302, left: 8 }],
        [12, { page: 1, top: 302, left: 8 }],
      ]),
    )
    expect(await listLinks(await pdf.save())).toEqual(['1: https://example.com/'])
  })

  it('are read without the links that kept empty cells, which are gone as well', async () => {
    const pdf = await createPdf([['http://slide.invalid/0#cell', 'https://example.com/']])
    expect(takeDestinations(pdf).size).toBe(0)
    expect(await listLinks(await pdf.save())).toEqual(['1: https://example.com/'])
  })
})

describe('links to slides in a PDF', () => {
  it('lead to the page of the slide, and links out of it stay', async () => {
    const pdf = await createPdf([['https://example.com/', 'http://slide.invalid/7'], []])
    const missing = resolveSlideLinks(pdf, new Map([[7, { page: 1, top: 400, left: 0 }]]))
    expect(missing.size).toBe(0)
    expect(await listLinks(await pdf.save())).toEqual(['1: https://example.com/', '1: page 2'])
  })

  it('are plain text where the slide is not in the PDF', async () => {
    const pdf = await createPdf([['http://slide.invalid/7']])
    expect(resolveSlideLinks(pdf, new Map())).toEqual(new Set([7]))
    expect(await listLinks(await pdf.save())).toEqual([])
  })
})
