import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { PDFRef } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import { resolveSlideLinks, takeDestinations } from '../../../print/pdf/links.ts'
import { listLinks } from '../../harness/pdf.ts'

/** Creates a tagged PDF whose pages have links to the addresses, all at the same place of their page. */
async function createPdf(pages: readonly (readonly string[])[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const tags: PDFRef[] = []
  for (const addresses of pages) {
    const page = pdf.addPage([700, 400])
    for (const address of addresses) {
      const annotation = pdf.context.register(
        pdf.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [10, 280, 20, 300],
          StructParent: tags.length,
          A: { Type: 'Action', S: 'URI', URI: PDFString.of(address) },
        }),
      )
      page.node.addAnnot(annotation)
      const children = [0, { Type: 'OBJR', Obj: annotation }]
      tags.push(pdf.context.register(pdf.context.obj({ S: 'Link', K: children })))
    }
  }
  const root = { K: tags, ParentTree: { Nums: tags.flatMap((tag, number) => [number, tag]) } }
  pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.obj(root))
  return pdf
}

/** Lists the tags of a PDF as they are written. */
function listTags(pdf: PDFDocument): string[] {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const tags = root.lookup(PDFName.of('K'), PDFArray).asArray()
  return tags.map((tag) => String(pdf.context.lookup(tag)).replaceAll(/\s+/g, ' '))
}

describe('the destinations of slides in a PDF', () => {
  it('are read from their marks, which are gone afterwards', async () => {
    const pdf = await createPdf([
      ['http://slide.invalid/3#destination', 'https://example.com/'],
      ['http://slide.invalid/12#destination'],
    ])
    expect(takeDestinations(pdf)).toEqual(
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
    const missing = resolveSlideLinks(pdf, new Map([[7, { page: 1, top: 400 }]]))
    expect(missing.size).toBe(0)
    expect(await listLinks(await pdf.save())).toEqual(['1: https://example.com/', '1: page 2'])
  })

  it('are plain text where the slide is not in the PDF', async () => {
    const pdf = await createPdf([['http://slide.invalid/7']])
    expect(resolveSlideLinks(pdf, new Map())).toEqual(new Set([7]))
    expect(await listLinks(await pdf.save())).toEqual([])
    expect(listTags(pdf)).toEqual(['<< /S /NonStruct /K [ 0 ] >>'])
  })
})
