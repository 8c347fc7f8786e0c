/** An image of one color. */
export interface Bitmap {
  /** In pixels. */
  width: number
  /** In pixels. */
  height: number
  /** Red, green and blue, one byte each. */
  color: number
}

/** Widths to choose from, in pixels: few ratios fit smaller ones, and larger ones take long to print. */
const WIDTHS = { least: 16, most: 400 }

/** Greatest height to choose, in pixels. */
const MOST_HEIGHT = 1000

/** Greatest error of the ratio: 1/64 px, a browser's layout precision, on a slide's height of 552 px. */
const TOLERANCE = 1 / 64 / 552

/**
 * Returns the smallest size with the same ratio of width and height.
 *
 * @returns `undefined` when no small size is close enough to the ratio.
 */
export function chooseRatio(
  width: number,
  height: number,
): { width: number; height: number } | undefined {
  for (let small = WIDTHS.least; small <= Math.min(WIDTHS.most, width / 2); small += 1) {
    const exact = (small * height) / width
    const rounded = Math.round(exact)
    if (rounded > 0 && rounded <= MOST_HEIGHT && Math.abs(rounded - exact) <= exact * TOLERANCE) {
      return { width: small, height: rounded }
    }
  }
  return undefined
}

/** Size of what precedes the pixels in the file: two headers and a palette of two colors. */
const HEADER_BYTES = 62

/** Returns an image of one color as a BMP file of one bit a pixel. */
export function drawBitmap({ width, height, color }: Bitmap): Buffer {
  // Each row ends at a multiple of four bytes.
  const rowBytes = Math.ceil(width / 32) * 4
  const file = Buffer.alloc(HEADER_BYTES + rowBytes * height)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(HEADER_BYTES, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(1, 28)
  // All pixels have the first color: blue, green, red.
  file.writeUIntLE(color, 54, 3)
  return file
}
