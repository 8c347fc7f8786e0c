import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { MockInstance } from 'vitest'

import { writeFileAtomically } from '../../../slidev-addon-lectern/output/write-file.ts'
import { ROOT } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { compileDeck } from './compile.ts'
import type { CompiledSlide } from './compile.ts'
import { PLACES } from './places.ts'
import { compileSyntax, writeSyntax } from './slidev-syntax.ts'
import type { CompiledSyntax } from './slidev-syntax.ts'

const ADDONS = 'addons:\n  - slidev-addon-addon\n'

/** Decks, with the examples that use the addon's syntax and so must look different with it. */
const DECKS: [name: string, file: string, setting: string, exempt: string[]][] = [
  [
    'Slidev’s syntax',
    'slides.md',
    '',
    [
      '[styled text]{style="color:red"}\n![](/image.png){width=500px}\n::component{prop="value"}',
      '![](/image.png){width=500px lazy}',
    ],
  ],
  ['Slidev’s syntax with Comark', 'comark.md', 'comark: true\n', []],
]

/** A `markdownSetup` that renders ==text== as a mark, which shows that it ran. */
const MARK_SETUP = `
function addMark(md) {
  md.inline.ruler.before('emphasis', 'mark', (state, silent) => {
    const match = /^==([a-z-]+)==/.exec(state.src.slice(state.pos))
    if (!match) return false
    if (!silent) state.push('html_inline', '', 0).content = '<mark>' + match[1] + '</mark>'
    state.pos += match[0].length
    return true
  })
}
export default { slidev: { markdown: { markdownSetup: addMark } } }
`
const OTHER_ADDON = {
  'other/package.json': '{"name": "slidev-addon-other", "version": "1.0.0"}',
  'other/vite.config.ts': MARK_SETUP,
}

/** Decks whose Markdown engine has other plugins besides the addon's. */
const NEIGHBORS: [name: string, files: Record<string, string>, headmatter: string][] = [
  [
    'Comark and the deck’s own markdownSetup',
    { 'vite.config.ts': MARK_SETUP },
    `${ADDONS}comark: true\n`,
  ],
  ['another addon’s behind it', OTHER_ADDON, `${ADDONS}  - '@/other'\n`],
  ['another addon’s before it', OTHER_ADDON, "addons:\n  - '@/other'\n  - slidev-addon-addon\n"],
]

/** A mark, and Slidev's own component of the same name, imported by its path. */
const MORE = `
==marked== <Chosen />

<script setup>
import Chosen from '${join(ROOT, 'node_modules/@slidev/client/builtin/SlideCurrentNo.vue')}'
</script>
`

/** Colors of the spans in {@link PLACES}, on light slides. */
const COLORS = [
  'var(--addon-red-light)',
  'var(--addon-green-light)',
  'var(--addon-blue-light)',
  'var(--addon-red-light)',
  '#6b7280',
  'var(--addon-lime-light)',
  'var(--addon-teal-light)',
  '#ff0000',
  'var(--addon-purple-light)',
  'var(--addon-orange-light)',
  'var(--addon-sky-light)',
]

let folder: TemporaryFolder
let warn: MockInstance<typeof console.warn>

beforeAll(async () => {
  folder = await writeSyntax()
})

afterAll(() => folder.remove())

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => warn.mockRestore())

it.each(DECKS)(
  'compiles %s to the same code with the addon as without it',
  async (_name, file, setting, exempt) => {
    const plain = await compileSyntax(folder, file, setting)
    const added = await compileSyntax(folder, file, setting + ADDONS)
    expect(added.span).toContain('colored-span')
    expect(plain.span).not.toContain('colored-span')
    expect(plain.fixture.filter((code) => code.startsWith('Error'))).toEqual([])
    expect(added.fixture).toEqual(plain.fixture)
    expect(plain.examples.filter(({ code }) => code.startsWith('Error'))).toHaveLength(1)
    expect(findDifferent(plain.examples, added.examples)).toEqual(exempt)
    const own = warn.mock.calls.filter(([text]) => String(text).includes('slidev-addon-addon]'))
    expect(own).toHaveLength(exempt.some((example) => example.includes('lazy')) ? 1 : 0)
  },
)

it.each(NEIGHBORS)('colors, sizes and numbers beside %s', async (_name, files, headmatter) => {
  const slides = await compile(files, `${headmatter}---\n${PLACES}${MORE}`)
  expect(slides.filter(({ code }) => code.startsWith('Error'))).toEqual([])
  const [places = '', leftAlone = '', toc = ''] = slides.map(({ code }) => code)
  expect(listColors(places)).toEqual(COLORS)
  expect(places).toMatch(/width\W+40%/)
  expect(listColors(leftAlone)).toEqual([])
  expect(leftAlone).toContain('[code]{color=red}')
  expect(toc).toContain('"mark", null, "marked"')
  expect(toc).toMatch(
    /import Chosen from "[^"]*\/slidev-addon-addon\/components\/SlideCurrentNo\.vue"/,
  )
})

describe('a deck that is wrong', () => {
  it('stops with a clear error if the rule does not reach the engine', async () => {
    const slides = await compile(
      { 'vite.config.ts': 'export default { slidev: { markdown: false } }' },
      `${ADDONS}---\n\n[span]{color=red}\n`,
    )
    expect(slides[0]?.code).toContain(
      'deck.md: the rule for colored spans did not reach the Markdown engine',
    )
  })

  it('stops at a setting that is not understood, and names file, line and key', async () => {
    const settings = "addon:\n  colors: { brand: 'url(x)' }\n"
    await expect(compile({}, `${ADDONS}${settings}---\n\ntext\n`)).rejects.toThrow(
      'deck.md:7: addon.colors.brand is "url(x)".',
    )
  })
})

/**
 * Compiles a deck.
 *
 * @param files - Beside `deck.md`.
 * @param text - Its headmatter from the fourth line on, and its slides.
 */
async function compile(files: Record<string, string>, text: string): Promise<CompiledSlide[]> {
  const deck = { ...files, 'deck.md': `---\nfonts:\n  provider: none\n${text}` }
  for (const [name, content] of Object.entries(deck)) {
    const path = join(folder.path, name)
    writeFileAtomically(path, content)
    onTestFinished(() => rmSync(path))
  }
  return compileDeck(join(folder.path, 'deck.md'))
}

/** Lists the colors of a slide's spans in its compiled code. */
function listColors(code: string): string[] {
  return Array.from(code.matchAll(/--span-light[":\\ ]+([^";\\]+)/g), ([, color = '']) => color)
}

/** Finds the examples that compile to different code. */
function findDifferent(
  plain: CompiledSyntax['examples'],
  added: CompiledSyntax['examples'],
): string[] {
  expect(added).toHaveLength(plain.length)
  expect(plain.length).toBeGreaterThan(80)
  return plain
    .filter(({ code }, index) => code !== added[index]?.code)
    .map(({ content }) => content)
}
