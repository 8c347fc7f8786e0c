import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { convert } from 'fontverter'
import { describe, expect, it } from 'vitest'

import { toWoff2 } from '../../../site/prerender/woff2.ts'

const FILES = join(
  import.meta.dirname,
  '../../../../../node_modules/@fontsource-variable/inter/files/inter-',
)

async function read(name: string): Promise<Buffer> {
  return convert(readFileSync(`${FILES}${name}-wght-normal.woff2`), 'sfnt')
}

describe('toWoff2', () => {
  it('gives each typeface its own bytes, also of several at once', async () => {
    const fonts = []
    const alone = []
    for (const name of ['greek', 'vietnamese', 'greek-ext']) {
      const font = await read(name)
      fonts.push(font)
      alone.push(await toWoff2(font))
    }
    expect(await Promise.all(fonts.map(toWoff2))).toEqual(alone)
    expect(alone.map((woff2) => woff2.toString('latin1', 0, 4))).toEqual(['wOF2', 'wOF2', 'wOF2'])
  })

  it('fails for what is no typeface, and goes on', async () => {
    await expect(toWoff2(Buffer.from('no typeface'))).rejects.toThrow('Unrecognized font signature')
    const font = await read('greek-ext')
    expect((await toWoff2(font)).subarray(0, 4).toString()).toBe('wOF2')
  })
})
