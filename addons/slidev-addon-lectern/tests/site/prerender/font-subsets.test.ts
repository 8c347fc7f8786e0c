import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { createSubsetter, toStackRules } from '../../../site/prerender/font-subsets.ts'

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
  return createSubsetter([INTER], (url) => join(folder, url)).subset([
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
    const subsetter = createSubsetter([INTER], (url) => join(folder, url))
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
    const { css } = await createSubsetter([INTER], () => '').subset([
      { families: ['Inter Variable'], weight: 400, style: 'normal', features: [], texts: ['中'] },
    ])
    expect(css).toBe('')
  })
})

describe('toStackRules', () => {
  it('sets a part of the slide in the page’s own characters first', () => {
    expect(
      toStackRules([['Inter Variable', 'Font 1', '-apple-system']], new Set(['Inter Variable'])),
    ).toBe(
      '[data-lectern-font="0"]{font-family:Inter Variable Page,Inter Variable,"Font 1",-apple-system!important}',
    )
  })
})
