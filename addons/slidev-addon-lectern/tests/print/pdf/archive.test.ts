import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStream } from 'pdf-lib'
import { expect, it } from 'vitest'

import { makeArchivable } from '../../../print/pdf/archive.ts'

/** Returns a saved PDF for archives, loaded again. */
async function archive(title: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.addPage()
  pdf.setTitle(title)
  makeArchivable(pdf)
  return PDFDocument.load(await pdf.save(), { updateMetadata: false })
}

/** Returns both identifiers of a PDF. */
function idsOf({ context }: PDFDocument): string[] {
  const ids = context.lookup(context.trailerInfo.ID, PDFArray)
  return [0, 1].map((index) => ids.lookup(index, PDFHexString).asString())
}

it('defines the colors by a profile that is in the file', async () => {
  const pdf = await archive('A talk')
  const intents = pdf.catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
  expect(intents.size()).toBe(1)
  const intent = intents.lookup(0, PDFDict)
  expect(intent.get(PDFName.of('S'))?.toString()).toBe('/GTS_PDFA1')
  const profile = intent.lookup(PDFName.of('DestOutputProfile'), PDFStream)
  expect(profile.dict.get(PDFName.of('N'))?.toString()).toBe('3')
})

it('identifies a file by its content alone', async () => {
  const [first, second] = idsOf(await archive('A talk'))
  expect(first).toMatch(/^[\dA-F]{32}$/)
  expect(second).toBe(first)
  expect(idsOf(await archive('A talk'))).toEqual([first, first])
  expect(idsOf(await archive('Another talk'))[0]).not.toBe(first)
})
