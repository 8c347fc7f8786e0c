import { describe, expect, it } from 'vitest'

import { fitLabel, roomOf, shortenAddress } from '../../../page/print/label.ts'

describe('an address in a label', () => {
  it('is written without what every address has', () => {
    expect(shortenAddress('https://www.example.org/page/', Infinity)).toBe('example.org/page')
    expect(shortenAddress('/clip.webm', Infinity)).toBe('/clip.webm')
  })

  it('is cut in the middle, so that host and end stay', () => {
    const address = `https://example.org/${'a/'.repeat(80)}film.mp4`
    const shown = shortenAddress(address, 30)
    expect(shown).toHaveLength(30)
    expect(shown).toMatch(/^example\.org\/.*….*\/film\.mp4$/)
    expect(shortenAddress(address, Infinity).length).toBeLessThanOrEqual(72)
  })
})

describe('the label of a box', () => {
  const label = { name: 'Embedded page', address: 'https://example.org/embedded/page' }

  it('has the name and the address, at the largest size where there is room', () => {
    expect(fitLabel(label, 400, 200)).toEqual({
      fontPx: 13,
      lines: ['Embedded page', 'example.org/embedded/page'],
    })
  })

  it('is smaller in a small box, and then leaves out the address, and then all', () => {
    const small = fitLabel(label, 100, 40)
    expect(small.fontPx).toBeLessThan(13)
    expect(small.lines).toHaveLength(2)
    expect(fitLabel(label, 64, 18).lines).toEqual(['Embedded page'])
    expect(fitLabel(label, 16, 16).lines).toEqual([])
  })

  it.each([
    [400, 200],
    [120, 60],
    [100, 40],
    [80, 30],
    [60, 24],
    [44, 44],
    [30, 12],
  ])('fits a box of %i by %i px', (width, height) => {
    const { fontPx, lines } = fitLabel(label, width, height)
    const columns = Math.floor((width - 8) / (fontPx * 0.56))
    const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / columns), 0)
    expect(rows * fontPx * 1.3).toBeLessThanOrEqual(height - 8)
  })

  it.each(['Image', 'Image: build', 'Image: npm downloads'])(
    'has room for %s in a line',
    (name) => {
      const { width, height } = roomOf(name)
      expect(height).toBeLessThan(30)
      expect(fitLabel({ name }, width, height).lines).toEqual([name])
    },
  )
})
