import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'postcss'
import { expect, it } from 'vitest'

import { embedFonts } from '../../../site/single/embed-fonts.ts'
import { createSiteFiles } from '../../../site/single/site-files.ts'

const FOLDER = join(
  import.meta.dirname,
  '../../../../../node_modules/@fontsource-variable/inter/files',
)
const LATIN = 'inter-latin-wght-normal.woff2'
const ITALIC = 'inter-latin-wght-italic.woff2'
const SHEET = [LATIN, ITALIC]
  .map(
    (file) =>
      `@font-face{font-family:Inter;unicode-range:U+0-FF;src:url(/base/${file}) format("woff2")}`,
  )
  .join('')

/** Returns a style sheet with the fonts that are used, and what is said about them. */
async function embed(
  css: string,
  used: readonly string[],
  characters = 'abc',
): Promise<{ css: string; logged: string[] }> {
  const style = parse(css)
  const logged: string[] = []
  await embedFonts(
    style,
    createSiteFiles(FOLDER),
    { paths: new Set(used), characters },
    (address) => (address.startsWith('/base/') ? address.slice('/base/'.length) : undefined),
    (line) => logged.push(line),
  )
  return { css: style.toString(), logged }
}

it('embeds the fonts that texts are set in, and removes the others', async () => {
  const { css, logged } = await embed(SHEET, [LATIN])
  expect(css).toMatch(
    /^@font-face\{font-family:Inter;unicode-range:U\+0-FF;src:url\(data:font\/woff2;base64,[\w+/=]+\) format\("woff2"\)\}$/,
  )
  expect(logged).toEqual([])
})

it('leaves the characters out that the talk does not have', async () => {
  const few = await embed(SHEET, [LATIN], 'ab')
  const more = await embed(SHEET, [LATIN], 'abcdefghijklmnopqrstuvwxyz')
  expect(few.css.length).toBeLessThan(more.css.length / 2)
  expect(more.css.length).toBeLessThan(readFileSync(join(FOLDER, LATIN)).length)
})

it.each(['@font-face{src:local("Inter")}', '@font-face{src:url(https://lab.example/x.woff2)}'])(
  'leaves %s',
  async (css) => {
    expect((await embed(css, [])).css).toBe(css)
  },
)
