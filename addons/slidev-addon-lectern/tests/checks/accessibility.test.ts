import { describe, expect, it } from 'vitest'

import { findLeastContrast } from '../../checks/accessibility.ts'

type Rgb = readonly [red: number, green: number, blue: number]

const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]
const SIZE = 40
const WHOLE = { left: 0, top: 0, right: SIZE, bottom: SIZE }

/** Paints a square background, given the color of each pixel. */
function paint(
  colorAt: (x: number, y: number) => Rgb,
  channels = 3,
): { data: Buffer; width: number; height: number; channels: number } {
  const pixels = Array.from({ length: SIZE * SIZE }, (_, index) => [
    ...colorAt(index % SIZE, Math.floor(index / SIZE)),
    ...(channels > 3 ? [255] : []),
  ])
  return { data: Buffer.from(pixels.flat()), width: SIZE, height: SIZE, channels }
}

/** Returns the contrast of an opaque text on a background, rounded to two decimals. */
function ratioOn(text: Rgb, colorAt: (x: number, y: number) => Rgb): number | undefined {
  const contrast = findLeastContrast({ color: text, opacity: 1 }, paint(colorAt), [WHOLE])
  return contrast && Math.round(contrast.ratio * 100) / 100
}

describe('the contrast of a text on one color', () => {
  it.each<[string, Rgb, string, Rgb, number]>([
    ['black', BLACK, 'white', WHITE, 21],
    ['white', WHITE, 'black', BLACK, 21],
    ['#767676', [0x76, 0x76, 0x76], 'white', WHITE, 4.54],
    ['#777777', [0x77, 0x77, 0x77], 'white', WHITE, 4.48],
    ['red', [255, 0, 0], 'white', WHITE, 4],
    ['blue', [0, 0, 255], 'white', WHITE, 8.59],
    ['yellow', [255, 255, 0], 'white', WHITE, 1.07],
    ['white', WHITE, 'white', WHITE, 1],
  ])('is WCAG’s: %s (%j) on %s (%j) has %d', (_text, text, _ground, ground, ratio) => {
    expect(ratioOn(text, () => ground)).toBe(ratio)
  })

  it('uses the color of a faded text as it is drawn', () => {
    expect(
      findLeastContrast(
        { color: BLACK, opacity: 0.5 },
        paint(() => WHITE),
        [WHOLE],
      ),
    ).toEqual({
      ratio: expect.closeTo(3.95, 2),
      text: [128, 128, 128],
      background: WHITE,
      isVaried: false,
    })
  })

  it('is read from pixels with alpha as well', () => {
    const ground = paint(() => [0x76, 0x76, 0x76], 4)
    expect(findLeastContrast({ color: WHITE, opacity: 1 }, ground, [WHOLE])).toEqual({
      ratio: expect.closeTo(4.54, 2),
      text: WHITE,
      background: [0x76, 0x76, 0x76],
      isVaried: false,
    })
  })
})

describe('the contrast of a text on an image', () => {
  it.each<[string, boolean, (x: number, y: number) => boolean]>([
    ['one color', false, () => false],
    ['one color with a speck', false, (x, y) => x < 6 && y < 6],
    ['two colors', true, (x) => x < SIZE / 2],
  ])('is told apart from that on %s: %s', (_ground, isVaried, isGray) => {
    const ground = paint((x, y) => (isGray(x, y) ? [0x76, 0x76, 0x76] : WHITE))
    const contrast = findLeastContrast({ color: BLACK, opacity: 1 }, ground, [WHOLE])
    expect(contrast?.isVaried).toBe(isVaried)
  })

  it('is that of the worst part', () => {
    expect(ratioOn(BLACK, (x) => (x < SIZE / 2 ? WHITE : [0x76, 0x76, 0x76]))).toBe(4.62)
  })

  it.each<[string, (x: number, y: number) => boolean]>([
    ['a speck', (x, y) => x < 6 && y < 6],
    ['a hairline', (_x, y) => y === 20],
    ['a thin rule', (x) => x === 10 || x === 11],
  ])('is not that of %s behind it', (_what, isDark) => {
    expect(ratioOn(BLACK, (x, y) => (isDark(x, y) ? BLACK : WHITE))).toBe(21)
  })

  it('is that of a bar behind it', () => {
    expect(ratioOn(BLACK, (_x, y) => (y >= 20 && y < 26 ? BLACK : WHITE))).toBe(1)
  })

  it('is measured within the lines of the text alone', () => {
    const ground = paint((x) => (x < 10 ? BLACK : WHITE))
    const text = { color: BLACK, opacity: 1 }
    const right = { ...WHOLE, left: 10.5 }
    const left = { ...WHOLE, right: 9.5 }
    expect(findLeastContrast(text, ground, [right])?.ratio).toBe(21)
    expect(findLeastContrast(text, ground, [right, left])?.ratio).toBe(1)
  })

  it('ignores lines outside the slide, and is unknown if all are', () => {
    const ground = paint(() => WHITE)
    const text = { color: BLACK, opacity: 1 }
    const around = { left: -20, top: -20, right: SIZE + 20, bottom: SIZE + 20 }
    expect(findLeastContrast(text, ground, [around])?.ratio).toBe(21)
    expect(findLeastContrast(text, ground, [{ ...around, left: SIZE }])).toBeUndefined()
    expect(findLeastContrast(text, ground, [])).toBeUndefined()
  })
})
