// @vitest-environment node
import { PDFDocument, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import { resolveSlideLinks, takePlaces } from '../../../../tools/pdf/places.ts'
import { listLinks } from '../../../e2e/pdf.ts'

/** A PDF of two pages with links to the addresses, all at the same place of their page. */
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

describe('the places of slides in a PDF', () => {
  it('are read from their marks, which are gone afterwards', async () => {
    const pdf = await createPdf([
      ['http://slide.invalid/3#place', 'https://example.com/'],
      ['http://slide.invalid/12#place'],
    ])
    expect(takePlaces(pdf)).toEqual(
      new Map([
        [3, { page: 0, top: 302 }],
        [12, { page: 1, top: 302 }],
      ]),
    )
    expect(await listLinks(await pdf.save())).toEqual(['1: https://example.com/'])
  })
})

describe('links to slides in a PDF', () => {
  it('lead to the page of the slide, and links out of it stay', async () => {
    const pdf = await createPdf([['https://example.com/', 'http://slide.invalid/7'], []])
    const { missing } = resolveSlideLinks(pdf, new Map([[7, { page: 1, top: 400 }]]))
    expect(missing.size).toBe(0)
    expect(await listLinks(await pdf.save())).toEqual(['1: https://example.com/', '1: page 2'])
  })

  it('are taken away where the slide is not in the PDF', async () => {
    const pdf = await createPdf([['http://slide.invalid/7']])
    expect(resolveSlideLinks(pdf, new Map()).missing).toEqual(new Set([7]))
    expect(await listLinks(await pdf.save())).toEqual([])
  })
})
