import { inflateSync } from 'node:zlib'

import { array, assert, asyncProperty, integer, nat, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { packOpacity } from '../../../print/pdf/png-opacity.ts'
import { readPng } from '../../../print/pdf/read-png.ts'
import { filterRow, writePng } from './png-files.ts'
import type { PngParts } from './png-files.ts'

/** Palette of every index that a byte can hold. */
const FULL_PALETTE: [string, number[]] = ['PLTE', Array.from({ length: 768 }, () => 9)]

/** Palette of three colors. */
const PALETTE: [string, number[]] = ['PLTE', [0, 0, 0, 200, 0, 0, 0, 200, 0]]

const SMALL: PngParts = {
  width: 2,
  height: 2,
  chunks: [PALETTE],
  rows: [
    [0, 0, 1],
    [0, 2, 0],
  ],
}

describe('a PNG file', () => {
  it('is read with its pixels as they are packed', () => {
    const png = readPng(writePng(SMALL))
    expect(png).toMatchObject({ width: 2, height: 2, bitsPerSample: 8, channels: 1 })
    expect([...(png?.palette ?? [])]).toEqual(PALETTE[1])
    expect([...inflateSync(png?.packed ?? '')]).toEqual(SMALL.rows.flat())
  })

  it.each<[string, Partial<PngParts>]>([
    ['whose pixels have an opacity', { kind: 6, chunks: [] }],
    ['with 16 bits a sample', { kind: 2, bitsPerSample: 16, chunks: [] }],
    ['that is interlaced', { isInterlaced: true }],
    ['with a color profile', { chunks: [['iCCP', [1]], PALETTE] }],
    [
      'with one transparent color and no palette',
      { kind: 2, chunks: [['tRNS', [0, 0, 0, 0, 0, 0]]] },
    ],
  ])('%s is left to the browser', (_, parts) => {
    expect(readPng(writePng({ ...SMALL, ...parts }))).toBeUndefined()
  })

  it('that ends too early, and what is none, is left to the browser', () => {
    const file = writePng(SMALL)
    expect(readPng(file.subarray(0, file.length - 4))).toBeUndefined()
    expect(readPng(new Uint8Array())).toBeUndefined()
    expect(readPng(Buffer.from('GIF89a'))).toBeUndefined()
  })
})

describe('the opacity of a PNG file', () => {
  it('is that of each pixel, whatever the filters of its rows', async () => {
    const rows = integer({ min: 1, max: 20 }).chain((width) =>
      array(
        tuple(integer({ min: 0, max: 4 }), array(nat(255), { minLength: width, maxLength: width })),
        { minLength: 1, maxLength: 8 },
      ),
    )
    await assert(
      asyncProperty(rows, array(nat(255), { maxLength: 255 }), async (drawn, opacities) => {
        const png = readPng(
          writePng({
            width: drawn[0]?.[1].length ?? 0,
            height: drawn.length,
            chunks: [FULL_PALETTE, ['tRNS', [...opacities, 0]]],
            rows: drawn.map(([filter, row], at) =>
              filterRow(filter, row, drawn[at - 1]?.[1] ?? []),
            ),
          }),
        )
        const packed = png && (await packOpacity(png))
        const expected = drawn.flatMap(([, row]) =>
          row.map((index) => [...opacities, 0][index] ?? 255),
        )
        expect([...inflateSync(packed ?? '')]).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  it('is that of each pixel, where several share a byte', async () => {
    const png = readPng(
      writePng({
        width: 3,
        height: 1,
        bitsPerSample: 4,
        chunks: [PALETTE, ['tRNS', [0, 100]]],
        rows: [[0, 0x01, 0x20]],
      }),
    )
    expect([...inflateSync((png && (await packOpacity(png))) ?? '')]).toEqual([0, 100, 255])
  })

  it.each<[string, Partial<PngParts>]>([
    ['of a palette', { chunks: [PALETTE, ['tRNS', [255, 255]]] }],
    ['of a palette of grays', { chunks: [['PLTE', [0, 0, 0, 9, 9, 9, 99, 99, 99]]] }],
    ['in gray', { kind: 0, chunks: [] }],
    [
      'in black and white',
      {
        kind: 0,
        bitsPerSample: 1,
        chunks: [],
        rows: [
          [0, 64],
          [0, 128],
        ],
      },
    ],
    [
      'in red, green and blue',
      {
        kind: 2,
        width: 1,
        chunks: [],
        rows: [
          [0, 1, 2, 3],
          [0, 4, 5, 6],
        ],
      },
    ],
  ])('is nothing where all pixels are opaque, %s', async (_, parts) => {
    const png = readPng(writePng({ ...SMALL, ...parts }))
    expect(png).toBeDefined()
    expect(png && (await packOpacity(png))).toBeUndefined()
  })

  it.each<[string, Partial<PngParts>]>([
    ['fewer rows than it says', { height: 3 }],
    [
      'an unknown filter',
      {
        rows: [
          [0, 0, 1],
          [9, 2, 0],
        ],
      },
    ],
  ])('is refused where the file has %s', async (_, parts) => {
    const png = readPng(writePng({ ...SMALL, ...parts }))
    expect(png).toBeDefined()
    await expect(png && packOpacity(png)).rejects.toThrow(/png/)
  })
})
