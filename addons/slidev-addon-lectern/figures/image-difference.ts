import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/**
 * Share of pixels that may differ by more than a color threshold. The first pair allows for anti-aliasing,
 * which changes with the version of Chromium; a changed digit of a 10 px label is about ten times as much.
 * The second pair finds a tint or a hairline: fainter than anti-aliasing, but on more pixels.
 */
const TOLERANCES = [
  { threshold: 0.2, share: 0.00002 },
  { threshold: 0.05, share: 0.001 },
]

/**
 * Compares an image with what its figure draws now; tolerates anti-aliasing.
 *
 * @param image - PNG as it is in the deck.
 * @param drawn - PNG that was just drawn.
 * @returns The difference, which continues a sentence about the image; `undefined` when there is none.
 */
export async function describeImageDifference(
  image: Uint8Array,
  drawn: Uint8Array,
): Promise<string | undefined> {
  const before = await decode(image)
  const after = await decode(drawn)
  const { width, height } = after
  if (before.width !== width || before.height !== height) {
    return `is ${before.width} x ${before.height}, and the figure draws ${width} x ${height}`
  }
  for (const { threshold, share } of TOLERANCES) {
    const differing = pixelmatch(before.data, after.data, undefined, width, height, { threshold })
    if (differing > share * width * height) {
      return `differs from the figure in ${differing} pixels`
    }
  }
  return undefined
}

async function decode(
  png: Uint8Array,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
