import { promisify } from 'node:util'
import { constants, deflate, inflate } from 'node:zlib'

import type { Png } from './png.ts'

const deflateAsync = promisify(deflate)
const inflateAsync = promisify(inflate)

/** Opacity comes in long runs of one value: looked for alone, they pack as well in a quarter of the time. */
const RUNS = { strategy: constants.Z_RLE }

/** The opacity of each pixel, compressed; of each PNG once. */
const masks = new WeakMap<Png, Promise<Buffer | undefined>>()

/**
 * The opacity of a PNG's pixels, compressed as a PDF holds it. It takes a while and needs nothing of the
 * PDF, so it may be asked for early.
 *
 * @returns `undefined` where all are opaque.
 * @throws {Error} when the file is damaged.
 */
export async function packOpacity(png: Png): Promise<Buffer | undefined> {
  const known =
    masks.get(png) ??
    readOpacity(png).then(async (opacity) => (opacity ? deflateAsync(opacity, RUNS) : undefined))
  masks.set(png, known)
  return known
}

/** The bytes of a row, without the one that names its filter. */
function rowLength({ width, channels, bitsPerSample }: Png): number {
  return Math.ceil((width * channels * bitsPerSample) / 8)
}

/**
 * The rows of a PNG, each begun by the byte that names its filter.
 *
 * @throws {Error} when the file ends before its last row.
 */
async function unpackRows(png: Png): Promise<Buffer> {
  const rows = await inflateAsync(png.packed)
  if (rows.length !== png.height * (rowLength(png) + 1)) {
    throw new Error('The PNG file does not hold as many pixels as it says.')
  }
  return rows
}

/**
 * The opacity of each pixel of a PNG, 0 to 255.
 *
 * @returns `undefined` where all are opaque.
 * @throws {Error} when the file is damaged.
 */
async function readOpacity(png: Png): Promise<Uint8Array | undefined> {
  const rows = await unpackRows(png)
  if (png.opacities.length === 0) {
    return undefined
  }
  const { width, height, opacities } = png
  const opacityOf = new Uint8Array(256).fill(255)
  opacityOf.set(opacities.subarray(0, 256))
  const result = new Uint8Array(width * height)
  let above: Uint8Array = new Uint8Array(width)
  for (let row = 0, at = 0, to = 0; row < height; row += 1, at += width + 1) {
    const indices = rows.subarray(at + 1, at + 1 + width)
    restoreRow(indices, above, rows[at] ?? 0)
    for (let x = 0; x < width; x += 1, to += 1) {
      result[to] = opacityOf[indices[x] ?? 0] ?? 255
    }
    above = indices
  }
  return result
}

/** What a byte is taken to be from the one on its left, the one above, and the one left of that. */
const PREDICTIONS: readonly ((left: number, up: number, upLeft: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

/**
 * Takes the filter from a row of bytes, each of which is a pixel.
 *
 * @param filter - As numbered in the PNG specification, section 9.
 */
function restoreRow(row: Uint8Array, above: Uint8Array, filter: number): void {
  const predict = PREDICTIONS[filter]
  if (!predict) {
    throw new Error(`The PNG file has a row with the unknown filter ${filter}.`)
  }
  if (filter === 0) {
    return
  }
  for (let x = 0; x < row.length; x += 1) {
    row[x] = (row[x] ?? 0) + predict(row[x - 1] ?? 0, above[x] ?? 0, above[x - 1] ?? 0)
  }
}

/** Whichever of the three is nearest to `left + up - upLeft`. */
function paeth(left: number, up: number, upLeft: number): number {
  const toLeft = Math.abs(up - upLeft)
  const toUp = Math.abs(left - upLeft)
  const toUpLeft = Math.abs(left + up - 2 * upLeft)
  if (toLeft <= toUp && toLeft <= toUpLeft) {
    return left
  }
  return toUp <= toUpLeft ? up : upLeft
}
