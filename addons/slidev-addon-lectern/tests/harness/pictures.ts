import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'

/** Draws a picture of one color. */
export async function drawPicture(width: number, height: number): Promise<Buffer> {
  const background = '#0b6e9e'
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Draws the pictures that a fixture lists in its `pictures.json`, by name with width and height in px. */
export async function drawPictures(folder: string): Promise<void> {
  const list = join(folder, 'pictures.json')
  if (!existsSync(list)) {
    return
  }
  const sizes: Record<string, [width: number, height: number]> = JSON.parse(
    readFileSync(list, 'utf8'),
  )
  mkdirSync(join(folder, 'public'), { recursive: true })
  for (const [name, [width, height]] of Object.entries(sizes)) {
    writeFileSync(join(folder, 'public', name), await drawPicture(width, height))
  }
}
