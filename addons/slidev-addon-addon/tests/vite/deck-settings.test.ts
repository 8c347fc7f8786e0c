import { parse } from '@slidev/parser/core'
import { expect, it, vi } from 'vitest'

import { badSetting } from '../../markdown/messages.ts'
import { findKeyLine, readDeckSettings, reloadOnSettings } from '../../vite/deck-settings.ts'

const FILE = '/talks/slides.md'

it.each([
  ['no settings', '---\ntitle: x\n---\n\n# a', [], false],
  ['no headmatter', '# a', [], false],
  ['a color', "---\naddon:\n  colors:\n    brand: '#0a7'\n---\n", ['brand'], false],
  [
    'a color under the old name',
    '---\naddon:\n  colours:\n    brand: red\n---\n',
    ['brand'],
    false,
  ],
  [
    'all on one line',
    "---\naddon: { colors: { a: red, b: '#0a7' }, strict: true }\n---\n",
    ['a', 'b'],
    true,
  ],
])('reads %s from the headmatter', async (_name, markdown, names, strict) => {
  const settings = readDeckSettings(await readDeck(markdown))
  expect([...settings.colors.keys()]).toEqual(names)
  expect(settings.strict).toBe(strict)
})

it.each([
  ['---\naddon:\n  colors:\n    brand: nope\n---\n', 'addon.colors.brand', 4],
  ['---\n# brand:\naddon:\n  colors:\n    brand: #0a7\n---\n', 'addon.colors.brand', 5],
  ['---\naddons:\n  - colors\naddon:\n  strict: yes please\n---\n', 'addon.strict', 5],
  [
    '---\ntitle: x\naddon: { \'colors\': { "brand": { light: red, dark: 1 } } }\n---\n',
    'addon.colors.brand.dark',
    3,
  ],
  ['---\naddon:\n  colours:\n    brand: nope\n---\n', 'addon.colours.brand', 4],
  ['---\naddon: true\n---\n', 'addon', 2],
  ['---\naddon:\n  colors:\n    brand:\n      light: red\n---\n', 'addon.colors.brand.dark', 4],
  ['---\naddon:\n  colors:\n    brand.*: red\n---\n', 'addon.colors.brand.*', 4],
])('names file, line and key of the bad setting in %j', async (markdown, key, line) => {
  const deck = await readDeck(markdown)
  expect(() => readDeckSettings(deck)).toThrow(`slides.md:${line}: ${key} is `)
})

it('names file, line and key of a setting that is typed under both of its names', async () => {
  const deck = await readDeck('---\naddon:\n  colors:\n    a: red\n  colours:\n    b: red\n---\n')
  expect(() => readDeckSettings(deck)).toThrow(
    'slides.md:5: addon.colours is {"b":"red"}.\n' +
      '  This setting is typed twice, as colors and as colours. Keep one of them.',
  )
})

it('names the file relative to the deck’s folder, and the expected value', async () => {
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

const BRAND_A = { addon: { colors: { brand: '#111' } } }
const BRAND_B = { addon: { colors: { brand: '#222' } } }

it('leaves hot reload to Slidev if the settings stay the same', () => {
  expect(save({}, {}, { title: 'x' })).toBe(0)
  expect(save(BRAND_A, { ...BRAND_A, title: 'x' })).toBe(0)
})

it('renders all slides again if a setting is added, changed or removed', () => {
  expect(save({}, BRAND_A)).toBe(1)
  expect(save(BRAND_A, BRAND_B, BRAND_B, BRAND_A)).toBe(2)
  expect(save(BRAND_A, {})).toBe(1)
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

/** Saves decks one after the other and returns how often all slides were rendered again. */
function save(...headmatters: Record<string, unknown>[]): number {
  const [first = {}, ...others] = headmatters
  const options = { userRoot: '/talks', data: { headmatter: first, entry: { slides: [] } } }
  const hook: unknown = reloadOnSettings(options).handleHotUpdate
  const server = {
    moduleGraph: { invalidateAll: vi.fn<() => void>() },
    hot: { send: vi.fn<(payload: unknown) => void>() },
  }
  if (
    typeof hook !== 'object' ||
    hook === null ||
    !('handler' in hook) ||
    typeof hook.handler !== 'function'
  ) {
    throw new Error('The plugin has no handler.')
  }
  for (const headmatter of others) {
    options.data.headmatter = headmatter
    const before = server.hot.send.mock.calls.length
    const left: unknown = hook.handler({ server, modules: ['slide'] })
    expect(left).toEqual(server.hot.send.mock.calls.length > before ? [] : ['slide'])
  }
  expect(server.moduleGraph.invalidateAll).toHaveBeenCalledTimes(server.hot.send.mock.calls.length)
  return server.hot.send.mock.calls.length
}
