import { PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRawStream } from 'pdf-lib'

import { packOpacity } from './png-opacity.ts'
import type { Png } from './png.ts'

/** Rows are filtered as in a PNG file. */
const PNG_PREDICTOR = 15

/**
 * A PNG as a picture of a PDF: the pixels stay packed as they are in the file.
 *
 * @param rgb - What the PDF takes red, green and blue for.
 * @throws {Error} when the file is damaged.
 */
export async function createPngImage(
  pdf: PDFDocument,
  png: Png,
  rgb: PDFObject,
): Promise<PDFRawStream> {
  const { width, height, bitsPerSample, channels, packed } = png
  const opacity = await packOpacity(png)
  const image = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    Filter: 'FlateDecode',
  }
  const mask = opacity
    ? {
        SMask: pdf.context.register(
          pdf.context.stream(opacity, { ...image, ColorSpace: 'DeviceGray', BitsPerComponent: 8 }),
        ),
      }
    : {}
  return pdf.context.stream(packed, {
    ...image,
    ...mask,
    ColorSpace: colorSpaceOf(png, rgb),
    BitsPerComponent: bitsPerSample,
    DecodeParms: {
      Predictor: PNG_PREDICTOR,
      Colors: channels,
      BitsPerComponent: bitsPerSample,
      Columns: width,
    },
  })
}

type LiteralColorSpace = PDFObject | (PDFObject | number)[]

/** The one for pixels of a palette; grey or as it was given for others. */
function colorSpaceOf(png: Png, rgb: PDFObject): LiteralColorSpace {
  if (png.palette.length === 0) {
    return png.channels === 1 ? PDFName.of('DeviceGray') : rgb
  }
  const colors = PDFHexString.of(Buffer.from(colorUnseen(png)).toString('hex'))
  return [PDFName.of('Indexed'), rgb, png.palette.length / 3 - 1, colors]
}

/**
 * The palette, with the fully transparent colors like the nearly transparent ones: a reader that shrinks
 * the picture mixes them into its edges.
 */
function colorUnseen({ palette, opacities }: Png): Uint8Array {
  const weights = Array.from(opacities, (opacity) => (opacity > 0 ? 255 - opacity : 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) {
    return palette
  }
  const unseen = [0, 1, 2].map((channel) => {
    const values = weights.map((weight, index) => weight * (palette[index * 3 + channel] ?? 0))
    return Math.round(values.reduce((sum, value) => sum + value, 0) / total)
  })
  return palette.map((value, at) =>
    opacities[Math.floor(at / 3)] === 0 ? (unseen[at % 3] ?? value) : value,
  )
}
