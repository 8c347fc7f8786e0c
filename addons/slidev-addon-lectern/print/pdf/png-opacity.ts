import { promisify } from 'node:util'
import { constants, deflate } from 'node:zlib'

import type { Png } from './read-png.ts'

const deflateAsync = promisify(deflate)

/** Packs runs of one value alone, of which opacity consists: as small as otherwise, in a quarter of the time. */
const RUNS = { strategy: constants.Z_RLE }

/** Packed opacity of each PNG that it was asked for. */
const packed = new WeakMap<Png, Promise<Buffer | undefined>>()

/**
 * Returns the opacity of a PNG's pixels, compressed as a PDF holds it. Needs nothing of the PDF, so that it can
 * be computed while the browser prints.
 *
 * @returns `undefined` when all pixels are opaque.
 * @throws {Error} when the file is damaged.
 */
export async function packOpacity(png: Png): Promise<Buffer | undefined> {
  const opacity = packed.get(png) ?? computeOpacity(png)
  packed.set(png, opacity)
  return opacity
}

async function computeOpacity({ file, opacities }: Png): Promise<Buffer | undefined> {
  const { default: sharp } = await import('sharp')
  // Decoded even if all pixels are opaque, because a damaged file must not come into the PDF.
  const opacity = await sharp(file, { failOn: 'warning' })
    .ensureAlpha()
    .extractChannel('alpha')
    .raw()
    .toBuffer()
  return opacities.length > 0 ? deflateAsync(opacity, RUNS) : undefined
}
