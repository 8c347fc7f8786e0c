import { describe, expect, it } from 'vitest'

import { covers, readFontFaces } from '../../../site/prerender/font-faces.ts'

const CSS = `
@font-face{font-family:"Inter Variable";font-style:normal;font-weight:100 900;
  src:url(/assets/inter.woff2) format("woff2-variations");unicode-range:U+0-FF,U+131,U+4??}
@font-face{font-family:KaTeX_Main;font-weight:bold;font-style:italic;src:url(/assets/k.woff2) format("woff2"),url(/assets/k.ttf)}
@font-face{font-family:Old;src:url(/old.ttf)}`

describe('readFontFaces', () => {
  it('reads family, weights, style, ranges and address of each typeface in WOFF2', () => {
    expect(readFontFaces(CSS)).toEqual([
      {
        family: 'Inter Variable',
        weights: [100, 900],
        style: 'normal',
        ranges: [
          [0, 0xff],
          [0x131, 0x131],
          [0x400, 0x4ff],
        ],
        url: '/assets/inter.woff2',
      },
      {
        family: 'KaTeX_Main',
        weights: [700, 700],
        style: 'italic',
        ranges: [],
        url: '/assets/k.woff2',
      },
    ])
  })

  it('tells which characters a typeface is for', () => {
    const [inter, katex] = readFontFaces(CSS)
    expect(inter && [covers(inter, 0x41), covers(inter, 0x4e2d)]).toEqual([true, false])
    expect(katex && covers(katex, 0x4e2d)).toBe(true)
  })
})
