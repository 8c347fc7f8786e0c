import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/**
 * Share of pixels that may differ: anti-aliasing moves between Chromium versions, a changed digit
 * of a 10 px label is about ten times as much.
 */
const TOLERATED_SHARE = 0.00002

/**
 * Compares a rendered figure with the committed picture, apart from anti-aliasing.
 *
 * @param name - The figure's name, for the message.
 * @param committed - PNG of `public/`.
 * @param rendered - PNG just rendered.
 * @returns What differs and how to fix it, `undefined` when the picture matches.
 */
export async function describeDifference(
  name: string,
  committed: Uint8Array,
  rendered: Uint8Array,
): Promise<string | undefined> {
  const before = await decode(committed)
  const after = await decode(rendered)
  const fix = `Run "npm run figures -- ${name}", look at the picture and commit it.`
  if (before.width !== after.width || before.height !== after.height) {
    return (
      `public/${name}.png is ${before.width} x ${before.height}, ` +
      `figures/${name}.vue draws ${after.width} x ${after.height}. ${fix}`
    )
  }
  const differing = pixelmatch(before.data, after.data, undefined, after.width, after.height, {
    threshold: 0.2,
  })
  if (differing <= TOLERATED_SHARE * after.width * after.height) {
    return undefined
  }
  return `public/${name}.png differs from figures/${name}.vue in ${differing} pixels. ${fix}`
}

async function decode(
  png: Uint8Array,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
