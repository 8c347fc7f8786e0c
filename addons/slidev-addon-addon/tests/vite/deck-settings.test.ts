import { parse } from '@slidev/parser/core'
import { expect, it } from 'vitest'

import { badSetting } from '../../markdown/messages.ts'
import { findKeyLine, readDeckSettings } from '../../vite/deck-settings.ts'

const FILE = '/talks/slides.md'

it.each([
  ['no settings', '---\ntitle: x\n---\n\n# a', [], false],
  ['no headmatter', '# a', [], false],
  ['a colour', "---\naddon:\n  colours:\n    brand: '#0a7'\n---\n", ['brand'], false],
  [
    'all on one line',
    "---\naddon: { colours: { a: red, b: '#0a7' }, strict: true }\n---\n",
    ['a', 'b'],
    true,
  ],
])('reads %s from the headmatter', async (_name, markdown, names, strict) => {
  const settings = readDeckSettings(await readDeck(markdown))
  expect([...settings.colours.keys()]).toEqual(names)
  expect(settings.strict).toBe(strict)
})

it.each([
  ['---\naddon:\n  colours:\n    brand: nope\n---\n', 'addon.colours.brand', 4],
  ['---\n# brand:\naddon:\n  colours:\n    brand: #0a7\n---\n', 'addon.colours.brand', 5],
  ['---\naddons:\n  - colours\naddon:\n  strict: yes please\n---\n', 'addon.strict', 5],
  [
    '---\ntitle: x\naddon: { \'colours\': { "brand": { light: red, dark: 1 } } }\n---\n',
    'addon.colours.brand.dark',
    3,
  ],
  ['---\naddon: true\n---\n', 'addon', 2],
  ['---\naddon:\n  colours:\n    brand:\n      light: red\n---\n', 'addon.colours.brand.dark', 4],
  ['---\naddon:\n  colours:\n    brand.*: red\n---\n', 'addon.colours.brand.*', 4],
])('names file, line and key of the bad setting in %j', async (markdown, key, line) => {
  const deck = await readDeck(markdown)
  expect(() => readDeckSettings(deck)).toThrow(`slides.md:${line}: ${key} is `)
})

it('names the file relative to the deck’s folder, and says what is right', async () => {
  const deck = await readDeck('---\naddon:\n  strict: 1\n---\n', '/talks/parts/one.md')
  expect(() => readDeckSettings(deck)).toThrow(
    badSetting({
      line: 'parts/one.md:3',
      key: 'addon.strict',
      value: 1,
      expected: 'Expected true or false.',
    }),
  )
})

it.each([
  [['a'], 0],
  [['a', 'b'], 1],
  [['c', 'b'], 3],
  [['c', 'missing'], 2],
  [['missing'], 0],
])('finds the key %j', (path, line) => {
  expect(findKeyLine('a:\n  b: 1\nc:\n  b: 2', path)).toBe(line)
})

async function readDeck(markdown: string, filepath = FILE) {
  const { slides } = await parse(markdown, filepath)
  return {
    userRoot: '/talks',
    data: {
      headmatter: { ...slides[0]?.frontmatter },
      entry: { slides: slides.map((slide) => ({ ...slide, filepath })) },
    },
  }
}
