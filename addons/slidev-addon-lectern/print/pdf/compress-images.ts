import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'

import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

const deflateAsync = promisify(deflate)
const inflateAsync = promisify(inflate)

/** Greatest number of colors in a palette with one byte a pixel. */
const MOST_COLORS = 256

/** Level of compression: each higher one takes twice as long and saves 1 % more. */
const LEVEL = 6

/** Number of images that are unpacked at the same time; each takes 15 MB. */
const CONCURRENCY = 2

/**
 * Stores the images of a PDF with a palette of up to 256 colors, where the browser writes three bytes a pixel. No
 * pixel changes; an image of more colors, such as a photograph, stays as it is.
 */
export async function compressImages(pdf: PDFDocument): Promise<void> {
  const images = pdf.context
    .enumerateIndirectObjects()
    .filter((entry): entry is [(typeof entry)[0], PDFRawStream] => isPlainImage(entry[1]))
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (let next = images.pop(); next; next = images.pop()) {
        const [ref, image] = next
        const smaller = await toPalette(pdf, image)
        if (smaller) {
          pdf.context.assign(ref, smaller)
        }
      }
    }),
  )
}

function isPlainImage(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) {
    return false
  }
  const { dict } = object
  return (
    dict.get(PDFName.of('Subtype')) === PDFName.of('Image') &&
    dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') &&
    !dict.has(PDFName.of('DecodeParms')) &&
    dict.get(PDFName.of('ColorSpace')) !== PDFName.of('DeviceGray') &&
    numberOf(dict, 'BitsPerComponent') === 8
  )
}

/** Returns the image with a palette, if it has few enough colors and becomes smaller. */
async function toPalette(pdf: PDFDocument, image: PDFRawStream): Promise<PDFRawStream | undefined> {
  const pixels = await inflateAsync(image.contents)
  const count = numberOf(image.dict, 'Width') * numberOf(image.dict, 'Height')
  if (pixels.length !== count * 3) {
    return undefined
  }
  const indexed = indexColors(pixels, count)
  if (!indexed) {
    return undefined
  }
  const contents = await deflateAsync(indexed.indices, { level: LEVEL })
  if (contents.length >= image.contents.length) {
    return undefined
  }
  const dict = image.dict.clone(pdf.context)
  const palette = PDFHexString.of(Buffer.from(indexed.colors.flat()).toString('hex'))
  const space = [
    PDFName.of('Indexed'),
    image.dict.get(PDFName.of('ColorSpace')) ?? PDFName.of('DeviceRGB'),
    indexed.colors.length - 1,
    palette,
  ]
  dict.set(PDFName.of('ColorSpace'), pdf.context.obj(space))
  dict.set(PDFName.of('Length'), PDFNumber.of(contents.length))
  return PDFRawStream.of(dict, contents)
}

/**
 * Returns the colors of an image, and for each pixel the index of its color.
 *
 * @param pixels - Red, green and blue of each pixel, one byte each.
 * @returns `undefined` when there are more than 256 colors.
 */
export function indexColors(
  pixels: Uint8Array,
  count: number,
): { indices: Uint8Array; colors: number[][] } | undefined {
  const indices = new Uint8Array(count)
  const colors: number[][] = []
  const known = new Map<number, number>()
  let lastKey = -1
  let last = 0
  for (let pixel = 0, at = 0; pixel < count; pixel += 1, at += 3) {
    const red = pixels[at] ?? 0
    const green = pixels[at + 1] ?? 0
    const blue = pixels[at + 2] ?? 0
    const key = red * 65_536 + green * 256 + blue
    if (key !== lastKey) {
      lastKey = key
      const index = known.get(key)
      if (index === undefined) {
        if (colors.length === MOST_COLORS) {
          return undefined
        }
        last = colors.length
        known.set(key, last)
        colors.push([red, green, blue])
      } else {
        last = index
      }
    }
    indices[pixel] = last
  }
  return { indices, colors }
}

function numberOf(dict: PDFDict, name: string): number {
  return dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? 0
}
