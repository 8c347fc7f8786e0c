import { PDFDocument } from 'pdf-lib'
import { expect, it } from 'vitest'

import type { HintBox } from '../../../page/print/reader-hints.ts'
import { placeOf } from '../../../print/pdf/place-of.ts'

const BOX: HintBox = { root: 1, slide: 7, left: 40, top: 20, width: 100.333, height: 8 }

async function createPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  pdf.addPage([735, 413.25])
  // As a page whose lower edge was cut off.
  pdf.addPage([735, 414]).setMediaBox(0, 0.75, 735, 413.25)
  return pdf
}

function write(objects: readonly unknown[]): string[] {
  return objects.map((object) => String(object).replace(/\s+/g, ' '))
}

it('tells where an element is on the page of its click step', async () => {
  // The upper edge of the page is at 414 points; 20 px are 15 points.
  expect(write(placeOf(await createPdf(), BOX, undefined))).toEqual([
    '<< /O /Layout /BBox [ 30 393 105.25 399 ] >>',
  ])
})

it('tells where it is on a page with several slides', async () => {
  const destinations = new Map([[7, { page: 0, left: 300, top: 200 }]])
  expect(write(placeOf(await createPdf(), BOX, destinations))).toEqual([
    '<< /O /Layout /BBox [ 330 179 405.25 185 ] >>',
  ])
})

it.each([
  ['the element has no place', undefined, undefined],
  ['its page was not printed', { ...BOX, root: 2 }, undefined],
  ['its slide was not printed', BOX, new Map([[6, { page: 0, left: 0, top: 0 }]])],
])('tells nothing where %s', async (_, box, destinations) => {
  expect(placeOf(await createPdf(), box, destinations)).toEqual([])
})
