import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'

/** Draws an image of a single color. */
export async function drawImage(width: number, height: number): Promise<Buffer> {
  const background = '#0b6e9e'
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Draws the images that a fixture lists in `images.json`: each name with its width and height in px. */
export async function drawImages(folder: string): Promise<void> {
  const list = join(folder, 'images.json')
  if (!existsSync(list)) {
    return
  }
  const sizes: Record<string, [width: number, height: number]> = JSON.parse(
    readFileSync(list, 'utf8'),
  )
  mkdirSync(join(folder, 'public'), { recursive: true })
  for (const [name, [width, height]] of Object.entries(sizes)) {
    writeFileSync(join(folder, 'public', name), await drawImage(width, height))
  }
}
