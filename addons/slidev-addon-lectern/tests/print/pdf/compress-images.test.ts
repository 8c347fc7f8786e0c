import { deflateSync, inflateSync } from 'node:zlib'

import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, it } from 'vitest'

import { compressImages, indexColors } from '../../../print/pdf/compress-images.ts'

const WIDTH = 40
const HEIGHT = 30

/** Compresses one picture within a PDF. */
async function compress(pixels: Uint8Array, settings = {}): Promise<PDFRawStream> {
  const pdf = await PDFDocument.create()
  const image = pdf.context.stream(deflateSync(pixels, { level: 1 }), {
    Subtype: 'Image',
    Filter: 'FlateDecode',
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
    Width: WIDTH,
    Height: HEIGHT,
    ...settings,
  })
  const ref = pdf.context.register(image)
  await compressImages(pdf)
  const compressed = pdf.context.lookup(ref)
  if (!(compressed instanceof PDFRawStream)) {
    throw new TypeError('The picture is gone.')
  }
  return compressed
}

/** The pixels of a picture with a palette. */
function readPixels({ dict, contents }: PDFRawStream): number[] {
  const palette = dict.lookup(PDFName.of('ColorSpace'), PDFArray).lookup(3, PDFHexString)
  const colors = palette.asBytes()
  return Array.from(inflateSync(contents)).flatMap((index) =>
    Array.from(colors.slice(index * 3, index * 3 + 3)),
  )
}

function draw(colorOf: (pixel: number) => number[]): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: WIDTH * HEIGHT }, (_, pixel) => colorOf(pixel)).flat(),
  )
}

describe('pictures in a PDF', () => {
  it('get a palette when they have few colors, and not one pixel changes', async () => {
    const pixels = draw((pixel) => [pixel % 7, (pixel * 5) % 11, 200])
    const before = deflateSync(pixels, { level: 1 }).length
    const image = await compress(pixels)
    expect(image.contents.length).toBeLessThan(before)
    expect(readPixels(image)).toEqual([...pixels])
  })

  it('stay as they are with more than 256 colors', async () => {
    const pixels = draw((pixel) => [pixel % 256, Math.floor(pixel / 256), 0])
    expect(inflateSync((await compress(pixels)).contents)).toEqual(Buffer.from(pixels))
  })

  it('stay as they are when they are packed in another way', async () => {
    const pixels = draw(() => [1, 2, 3])
    const { dict } = await compress(pixels, { DecodeParms: { Predictor: 15 } })
    expect(dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceRGB'))
  })
})

describe('the colors of a picture', () => {
  it('may be 256, and no more', () => {
    const grey = Uint8Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3))
    expect(indexColors(grey, 256)?.colors).toHaveLength(256)
    expect(indexColors(Uint8Array.of(...grey, 1, 2, 3), 257)).toBeUndefined()
  })
})
