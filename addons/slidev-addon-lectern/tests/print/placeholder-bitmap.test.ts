import { describe, expect, it } from 'vitest'

import { chooseRatio, drawBitmap } from '../../print/placeholder-bitmap.ts'

describe('a small picture in place of a large one', () => {
  it.each([
    [3472, 1280, { width: 217, height: 80 }],
    [2000, 1000, { width: 16, height: 8 }],
    [1001, 777, { width: 143, height: 111 }],
  ])('of %i by %i pixels has the same ratio', (width, height, small) => {
    expect(chooseRatio(width, height)).toEqual(small)
  })

  it.each([
    [3001, 1999],
    [20, 10],
    [100, 9000],
  ])('of %i by %i pixels is not to be had', (width, height) => {
    expect(chooseRatio(width, height)).toBeUndefined()
  })

  it('is a file of one color whose rows end at four bytes', () => {
    const file = drawBitmap({ width: 33, height: 2, color: 0x12_34_56 })
    expect(file).toHaveLength(62 + 2 * 8)
    expect(file.readUInt32LE(2)).toBe(file.length)
    expect([...file.subarray(54, 58)]).toEqual([0x56, 0x34, 0x12, 0])
  })
})
