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
 * Compares a rendered figure with its committed image; tolerates anti-aliasing.
 *
 * @param name - The figure's name, for the message.
 * @param committed - PNG of `public/`.
 * @param rendered - PNG just rendered.
 * @returns The difference and how to fix it; `undefined` when the image matches.
 */
export async function describeImageDifference(
  name: string,
  committed: Uint8Array,
  rendered: Uint8Array,
): Promise<string | undefined> {
  const before = await decode(committed)
  const after = await decode(rendered)
  const fix = `Run "npm run figures -- ${name}", look at the image and commit it.`
  if (before.width !== after.width || before.height !== after.height) {
    return (
      `public/${name}.png is ${before.width} x ${before.height}, ` +
      `figures/${name} draws ${after.width} x ${after.height}. ${fix}`
    )
  }
  for (const { threshold, share } of TOLERANCES) {
    const { width, height } = after
    const differing = pixelmatch(before.data, after.data, undefined, width, height, { threshold })
    if (differing > share * width * height) {
      return `public/${name}.png differs from figures/${name} in ${differing} pixels. ${fix}`
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
