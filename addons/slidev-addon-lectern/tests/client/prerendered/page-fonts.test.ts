import { join } from 'node:path'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { loadPageFonts } from '../../../client/prerendered/page-fonts.ts'
import { createSubsetter } from '../../../site/prerender/font-subsets.ts'

const FILES = join(
  import.meta.dirname,
  '../../../../../node_modules/@fontsource-variable/inter/files/inter-',
)

interface AddedFace {
  family: string
  descriptors: FontFaceDescriptors
  /** What the file begins with. */
  kind: string
}

/** The typefaces that a page gets which has rules for them. */
async function load(rules?: string): Promise<AddedFace[]> {
  const added: AddedFace[] = []
  vi.stubGlobal(
    'FontFace',
    class {
      readonly loaded = Promise.resolve()
      readonly added: AddedFace

      constructor(family: string, bytes: Uint8Array, descriptors: FontFaceDescriptors) {
        this.added = { family, descriptors, kind: Buffer.from(bytes.subarray(0, 4)).toString() }
      }
    },
  )
  vi.stubGlobal('document', {
    querySelector: () => (rules === undefined ? null : { textContent: `<style>${rules}</style>` }),
    fonts: { add: (face: { added: AddedFace }) => added.push(face.added) },
  })
  await loadPageFonts()
  return added
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('loadPageFonts', () => {
  const face = { weights: [100, 900], style: 'normal' } as const
  const latin = { ...face, ranges: [[0, 0xff]], url: 'latin-wght-normal.woff2' } as const
  const greek = { ...face, ranges: [[0x370, 0x3ff]], url: 'greek-wght-normal.woff2' } as const

  async function write(family: string, text: string): Promise<string> {
    const faces = [latin, greek].map((part) => ({ ...part, family }))
    const { css } = await createSubsetter(faces, (url) => FILES + url, console.log).subset([
      { families: [family], weight: 680, style: 'normal', features: [], texts: [text] },
    ])
    return css
  }

  it('adds the typefaces that are written into the page, each for its characters', async () => {
    expect(await load(await write('Inter', 'aαb'))).toEqual(
      ['U+61,U+62', 'U+3B1'].map((unicodeRange) => ({
        family: 'Inter Page',
        descriptors: { weight: '680', style: 'normal', unicodeRange },
        kind: 'wOF2',
      })),
    )
  })

  it('adds one that is alone for all characters, by a name that needs quotation marks', async () => {
    expect(await load(await write('Font 1', 'ab'))).toEqual([
      {
        family: 'Font 1 Page',
        descriptors: { weight: '680', style: 'normal', unicodeRange: 'U+0-10FFFF' },
        kind: 'wOF2',
      },
    ])
  })

  it('adds nothing to a page without typefaces of its own', async () => {
    expect(await load('')).toEqual([])
    expect(await load()).toEqual([])
  })
})
