import { deflateSync, inflateSync } from 'node:zlib'

import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import { placeImages } from '../../../print/pdf/placeholders.ts'
import type { Placeholder } from '../../../print/pdf/placeholders.ts'
import { readPng } from '../../../print/pdf/read-png.ts'
import type { Png } from '../../../print/pdf/read-png.ts'
import { writePng } from './png-files.ts'

const COLOR = 0x5a_c3_01

/** Creates a PDF with a page for each small image of one color. */
async function print(
  ...images: { width: number; height: number; color: number }[]
): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  for (const { width, height, color } of images) {
    const pixel = [color >> 16, (color >> 8) & 255, color & 255]
    const pixels = Array.from({ length: width * height }, () => pixel).flat()
    const image = pdf.context.stream(deflateSync(Buffer.from(pixels)), {
      Subtype: 'Image',
      Filter: 'FlateDecode',
      ColorSpace: 'DeviceRGB',
      Width: width,
      Height: height,
    })
    const resources = { XObject: { X0: pdf.context.register(image) } }
    pdf.addPage().node.set(PDFName.of('Resources'), pdf.context.obj(resources))
  }
  return pdf
}

/** Returns the image on a page. */
function imageOn(pdf: PDFDocument, page: number): { ref: PDFRef; image: PDFRawStream } {
  const images = pdf.getPage(page).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
  const ref = images?.get(PDFName.of('X0'))
  const image = pdf.context.lookup(ref)
  if (!(ref instanceof PDFRef && image instanceof PDFRawStream)) {
    throw new TypeError('The image is gone.')
  }
  return { ref, image }
}

function placeholderFor(png: Png | undefined, color = COLOR): Placeholder {
  if (!png) {
    throw new TypeError('There is no image.')
  }
  return { width: 4, height: 2, color, png }
}

function draw(parts: { height?: number; opacities?: number[] } = {}): Png | undefined {
  const { height = 2, opacities = [] } = parts
  return readPng(
    writePng({
      width: 2,
      height,
      chunks: [
        ['PLTE', [10, 20, 30, 40, 50, 60, 90, 90, 90]],
        ['tRNS', opacities],
      ],
      rows: [
        [0, 0, 1],
        [0, 2, 0],
      ],
    }),
  )
}

describe('an image of a PDF', () => {
  it('replaces its placeholder as it is packed in its file, with its opacity', async () => {
    const png = draw({ opacities: [0, 100] })
    const pdf = await print({ width: 4, height: 2, color: COLOR })
    expect(await placeImages(pdf, [placeholderFor(png)])).toEqual([])
    const { image } = imageOn(pdf, 0)
    expect(image.contents).toEqual(png?.packed)
    expect(String(image.dict.lookup(PDFName.of('Width')))).toBe('2')
    // The first color is transparent, and becomes like the second, which is partly transparent.
    expect(String(image.dict.lookup(PDFName.of('ColorSpace')))).toBe(
      '[ /Indexed /DeviceRGB 2 <28323c28323c5a5a5a> ]',
    )
    const mask = image.dict.lookup(PDFName.of('SMask'))
    expect(mask instanceof PDFRawStream && [...inflateSync(mask.contents)]).toEqual([
      0, 100, 255, 0,
    ])
  })

  it('is in the file once, on however many pages it is', async () => {
    const png = draw()
    const colors = [COLOR, COLOR + 1]
    const pdf = await print(...colors.map((color) => ({ width: 4, height: 2, color })))
    expect(
      await placeImages(
        pdf,
        colors.map((color) => placeholderFor(png, color)),
      ),
    ).toEqual([])
    expect(imageOn(pdf, 0).ref).toBe(imageOn(pdf, 1).ref)
    const images = pdf.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream)
    expect(images).toHaveLength(1)
  })

  it.each([
    ['in other colors', 4, COLOR + 7],
    ['cut', 3, COLOR],
  ])('whose placeholder was printed %s is returned', async (_, width, color) => {
    const pdf = await print({ width, height: 2, color })
    const placeholder = placeholderFor(draw())
    expect(await placeImages(pdf, [placeholder])).toEqual([placeholder])
  })

  it('whose file is damaged is returned', async () => {
    const pdf = await print({ width: 4, height: 2, color: COLOR })
    const placeholder = placeholderFor(draw({ height: 3 }))
    expect(await placeImages(pdf, [placeholder])).toEqual([placeholder])
  })
})
