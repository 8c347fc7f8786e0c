import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { toStackRules } from '../../../site/prerender/font-rules.ts'
import { createSubsetter } from '../../../site/prerender/font-subsets.ts'
import { writeFolder } from '../../harness/decks.ts'

const ROOT = join(import.meta.dirname, '../../../../..')
const INTER = {
  family: 'Inter Variable',
  weights: [100, 900],
  style: 'normal',
  ranges: [[0, 0xff]],
  url: 'inter-latin-wght-normal.woff2',
} as const

function subset(
  ...texts: string[]
): Promise<{ css: string; urls: string[]; families: ReadonlySet<string> }> {
  const folder = join(ROOT, 'node_modules/@fontsource-variable/inter/files')
  const use = { families: ['Inter Variable', 'serif'], style: 'normal', features: [], texts }
  return createSubsetter([INTER], (url) => join(folder, url), console.log).subset([
    { ...use, weight: 400 },
    { ...use, weight: 680, texts: ['The Herd'] },
  ])
}

describe('createSubsetter', () => {
  it('puts the characters of a page into it, a typeface a weight', async () => {
    const { css, urls, families } = await subset('Llama Team')
    expect(css.match(/font-weight:\d+/g)).toEqual(['font-weight:400', 'font-weight:680'])
    expect(css).toContain('font-family:Inter Variable Page')
    expect(css.length).toBeLessThan(8000)
    expect(urls).toEqual(['inter-latin-wght-normal.woff2'])
    expect([...families]).toEqual(['Inter Variable'])
  })

  it('brings rules of the typeface only for texts that they change', async () => {
    // The arrow is a ligature of this typeface.
    const plain = await subset('a b')
    const ligature = await subset('a -> b')
    expect(ligature.css.length - plain.css.length).toBeGreaterThan(300)
  })

  it('gives a page the typeface of an earlier one that has a few characters more', async () => {
    const folder = join(ROOT, 'node_modules/@fontsource-variable/inter/files')
    const subsetter = createSubsetter([INTER], (url) => join(folder, url), console.log)
    const set = async (text: string): Promise<string> => {
      const use = { families: ['Inter Variable'], weight: 400, style: 'normal', features: [] }
      const { css } = await subsetter.subset([{ ...use, texts: [text] }])
      return css
    }
    const first = await set('abcdefgh')
    expect(await set('bad face')).not.toBe(first)
    expect(await set('hgfedcb')).toBe(first)
    expect((await set('ab')).length).toBeLessThan(first.length)
  })

  it('makes nothing of characters that no typeface of the deck has', async () => {
    const { css } = await createSubsetter([INTER], () => '', console.log).subset([
      { families: ['Inter Variable'], weight: 400, style: 'normal', features: [], texts: ['中'] },
    ])
    expect(css).toBe('')
  })
})

describe('a font that cannot be made smaller as declared', () => {
  const DEJA_VU = readFileSync(join(ROOT, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))

  /** Makes the fonts of two pages in the same file, declared for these weights. */
  async function subsetTwice(
    file: Buffer,
    weights: readonly [number, number],
  ): Promise<{ css: string; urls: string[]; families: string[]; notices: string[] }> {
    const path = join(writeFolder({ 'own.woff2': '' }), 'own.woff2')
    writeFileSync(path, file)
    const face = { family: 'Own', weights, style: 'normal', ranges: [], url: '/assets/own.woff2' }
    const notices: string[] = []
    const subsetter = createSubsetter(
      [face, INTER],
      () => path,
      (line) => notices.push(line),
    )
    const use = { families: ['Own'], weight: 700, style: 'normal', features: [] }
    await subsetter.subset([{ ...use, texts: ['One'] }])
    const { css, urls, families } = await subsetter.subset([{ ...use, texts: ['Two'] }])
    return { css, urls, families: [...families], notices }
  }

  it('is a static one declared for many weights, which has only one', async () => {
    const { css, notices } = await subsetTwice(DEJA_VU, [100, 900])
    expect(css).toMatch(/^@font-face\{font-family:Own Page;font-weight:700;.*base64,.{500}/)
    expect(notices).toEqual([])
  })

  it.each([
    ['is no font', Buffer.from('no font at all'), /Unrecognized font signature/],
    ['is cut off', Buffer.concat([Buffer.from('wOF2'), DEJA_VU.subarray(4, 400)]), /./],
    ['must not be made smaller', forbidSubsets(DEJA_VU), /its license forbids subsets/],
  ])('is linked as it is and named once where it %s', async (_, file, reason) => {
    const { css, urls, families, notices } = await subsetTwice(file, [400, 400])
    expect({ css, urls, families }).toEqual({ css: '', urls: ['/assets/own.woff2'], families: [] })
    expect(notices).toEqual([
      expect.stringMatching(/^own\.woff2 \(Own\) is not made smaller .* linked as it is: /),
    ])
    expect(notices[0]).toMatch(reason)
  })
})

/** Sets the bit of a font that forbids subsets. */
function forbidSubsets(font: Buffer): Buffer {
  const copy = Buffer.from(font)
  const entry = copy.indexOf('OS/2', 12, 'latin1')
  copy.writeUInt16BE(0x0100, copy.readUInt32BE(entry + 8) + 8)
  return copy
}

describe('toStackRules', () => {
  const STACKS = [['Inter Variable', 'Font 1', '-apple-system']]
  const FAMILIES = new Set(['Inter Variable'])

  it('sets a part of the slide in the page’s own characters first', () => {
    expect(toStackRules(STACKS, FAMILIES, () => false)).toBe(
      '[data-lectern-font="0"]{font-family:Inter Variable Page,Inter Variable,"Font 1",-apple-system!important}',
    )
  })

  it('leaves out the fonts of the system where the deck’s own have all characters', () => {
    expect(toStackRules(STACKS, FAMILIES, () => true)).toBe(
      '[data-lectern-font="0"]{font-family:Inter Variable Page,Inter Variable!important}',
    )
  })
})
