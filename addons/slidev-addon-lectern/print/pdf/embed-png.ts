import { PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRawStream } from 'pdf-lib'

import { packOpacity } from './png-opacity.ts'
import type { Png } from './read-png.ts'

/** Number that stands for the filters of PNG files. */
const PNG_PREDICTOR = 15

/**
 * Returns a PNG as an image of a PDF, its pixels packed as they are in the file.
 *
 * @param rgb - Color space of red, green and blue.
 * @throws {Error} when the file is damaged.
 */
export async function embedPng(pdf: PDFDocument, png: Png, rgb: PDFObject): Promise<PDFRawStream> {
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

/** Returns the color space of a PNG's pixels. */
function colorSpaceOf(png: Png, rgb: PDFObject): LiteralColorSpace {
  if (png.palette.length === 0) {
    return png.channels === 1 ? PDFName.of('DeviceGray') : rgb
  }
  const colors = PDFHexString.of(Buffer.from(colorTransparent(png)).toString('hex'))
  return [PDFName.of('Indexed'), rgb, png.palette.length / 3 - 1, colors]
}

/**
 * Returns the palette with its fully transparent colors changed to the mean of the partly transparent ones, because
 * a reader that shrinks the image mixes them into its edges.
 */
function colorTransparent({ palette, opacities }: Png): Uint8Array {
  const weights = Array.from(opacities, (opacity) => (opacity > 0 ? 255 - opacity : 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) {
    return palette
  }
  const mean = [0, 1, 2].map((channel) => {
    const values = weights.map((weight, index) => weight * (palette[index * 3 + channel] ?? 0))
    return Math.round(values.reduce((sum, value) => sum + value, 0) / total)
  })
  return palette.map((value, at) =>
    opacities[Math.floor(at / 3)] === 0 ? (mean[at % 3] ?? value) : value,
  )
}
