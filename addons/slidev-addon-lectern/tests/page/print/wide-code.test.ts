import { describe, expect, it } from 'vitest'

import { isPlain } from '../../../page/print/video-still.ts'
import { decideChange } from '../../../page/print/wide-code.ts'

const CODE = 'const a = compute(b)\nif (a || b) {\n  return | 1\n}'
const TABLE = '+----+----+\n| a  | b  |\n+----+----+'

describe('code', () => {
  it.each([
    ['that fits, as it is', CODE, 800, 800, true, { kind: 'none' }],
    ['a pixel too wide, as it is', CODE, 801, 800, true, { kind: 'none' }],
    ['a little too wide, smaller', CODE, 900, 800, true, { kind: 'smaller', share: 0.88 }],
    ['much too wide, with broken lines', CODE, 1600, 800, true, { kind: 'wrap' }],
    [
      'a little too wide, broken where nothing is to shrink',
      CODE,
      900,
      800,
      false,
      { kind: 'wrap' },
    ],
    ['that draws a table, smaller', TABLE, 1600, 800, true, { kind: 'smaller', share: 0.5 }],
    [
      'that draws, never below 40 %',
      '┌──┐\n└──┘',
      8000,
      800,
      true,
      { kind: 'smaller', share: 0.4 },
    ],
    ['that draws, as it is where nothing is to shrink', TABLE, 1600, 800, false, { kind: 'none' }],
  ])('is printed %s', (_name, text, contentPx, roomPx, isFitted, change) => {
    expect(decideChange(text, contentPx, roomPx, isFitted)).toEqual(change)
  })
})

it('tells a plain frame of a video from one that shows something', () => {
  const pixels = (...colors: number[][]): Uint8ClampedArray => new Uint8ClampedArray(colors.flat())
  expect(isPlain(pixels([0, 0, 0, 255], [3, 2, 4, 255], [0, 0, 0, 255]))).toBe(true)
  expect(isPlain(pixels([0, 0, 0, 255], [90, 0, 0, 255], [0, 0, 0, 255]))).toBe(false)
})
