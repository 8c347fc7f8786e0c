import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { describeImageDifference } from '../../figures/image-difference.ts'

/** A half-column figure at four times its size. */
const SIZE = { width: 1672, height: 1520 }

interface Block {
  x: number
  y: number
  width: number
  height: number
  color: string
}

/** Draws a white image with a tinted column and blocks on it. */
async function draw(blocks: readonly Block[] = [], size = SIZE): Promise<Buffer> {
  const column = { x: 600, y: 0, width: 300, height: size.height, color: '#e6f4fc' }
  return sharp({ create: { ...size, channels: 4, background: '#ffffff' } })
    .composite(
      [column, ...blocks].map(({ x, y, width, height, color }) => ({
        input: { create: { width, height, channels: 4 as const, background: color } },
        left: x,
        top: y,
      })),
    )
    .png()
    .toBuffer()
}

/** The strokes by which an 8 differs from a 6 in a label of 10 px: about 4 by 12 px on the screen. */
const DIGIT_STROKE: Block = { x: 700, y: 400, width: 12, height: 16, color: '#09384f' }

describe('describeImageDifference', () => {
  it('finds no difference between an image and itself', async () => {
    expect(await describeImageDifference(await draw(), await draw())).toBeUndefined()
  })

  it('finds none when only the encoding differs', async () => {
    const palette = await sharp(await draw([DIGIT_STROKE]))
      .png({ palette: true })
      .toBuffer()
    expect(await describeImageDifference(palette, await draw([DIGIT_STROKE]))).toBeUndefined()
  })

  it('tolerates a few pixels at the edges of letters', async () => {
    const edges = [10, 90, 300, 740].map((at) => {
      return { x: at, y: 2 * at, width: 2, height: 2, color: '#7b9aa8' }
    })
    const difference = describeImageDifference(await draw(), await draw(edges))
    expect(await difference).toBeUndefined()
  })

  it('counts the pixels when a digit has changed', async () => {
    const difference = describeImageDifference(await draw(), await draw([DIGIT_STROKE]))
    expect(await difference).toBe('differs from the figure in 192 pixels')
  })

  it('names both sizes when the size has changed', async () => {
    const smaller = await draw([], { width: 1672, height: 1516 })
    expect(await describeImageDifference(await draw(), smaller)).toBe(
      'is 1672 x 1520, and the figure draws 1672 x 1516',
    )
  })

  it('notices that the tint of a column is gone', async () => {
    const untinted = { x: 600, y: 0, width: 300, height: SIZE.height, color: '#ffffff' }
    const difference = describeImageDifference(await draw(), await draw([untinted]))
    expect(await difference).toMatch(/^differs/)
  })

  it('notices that a hairline is gone', async () => {
    const hairline = { x: 0, y: 200, width: SIZE.width, height: 4, color: '#d3e1e9' }
    const difference = describeImageDifference(await draw([hairline]), await draw())
    expect(await difference).toMatch(/^differs/)
  })
})
