import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'

import { chooseSize, createPptx } from '../../print/pptx.ts'
import { writeDeck } from '../harness/decks.ts'

/** Returns the start of a PNG file, which tells its size. */
function pngOf(width: number, height: number): Buffer {
  const png = Buffer.alloc(24)
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

describe('the slides of a presentation', () => {
  it.each([
    [1960, 1102, 13.34],
    [1960, 1470, 10],
    [800, 1600, 3.75],
  ])('of images of %i x %i px are 7.5 inches high and as wide as needed', (width, height, inch) => {
    const size = chooseSize(pngOf(width, height))
    expect(size.height).toBeCloseTo(7.5)
    expect(size.width).toBeCloseTo(inch, 2)
  })

  it('are no wider than PowerPoint opens', () => {
    expect(chooseSize(pngOf(20_000, 1000))).toEqual({ width: 56, height: 2.8 })
  })

  it('have the images’ ratio in the file, and show them whole', async () => {
    const deck = await writeDeck('# One\n')
    const file = await createPptx(deck, [{ slide: 1, name: '1', png: pngOf(1960, 1470) }])
    const zip = await JSZip.loadAsync(file)
    const read = async (path: string): Promise<string> =>
      (await zip.file(path)?.async('string')) ?? ''
    // 10 x 7.5 inches.
    expect(await read('ppt/presentation.xml')).toContain('<p:sldSz cx="9144000" cy="6858000"')
    expect(await read('ppt/slides/slide1.xml')).toContain('<a:ext cx="9144000" cy="6858000"/>')
  })
})
