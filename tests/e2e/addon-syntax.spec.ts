import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createServer, parser, resolveOptions } from '@slidev/cli'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { writeFileAtomically } from '../../tools/write-file.ts'
import { ROOT, writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

/** Slidev's own syntax, with brackets and braces wherever they may stand. */
const FIXTURE = join(ROOT, 'tests/fixtures/addon/slidev-syntax')
/** Slidev's documentation of its features, as it comes with the installed version. */
const DOCUMENTATION = join(ROOT, 'node_modules/@slidev/cli/skills/slidev/references')

const FENCE_RE = /^(`{3,})md\n([\s\S]*?)\n\1$/gm
/** Vite marks the files of one server with a hash of their own. */
const HASH_RE = /\?v=[\da-f]+/g

/** Which `<SlideCurrentNo />` is used: the addon replaces Slidev's, on purpose. */
const NUMBER_RE = /[^"]*\/SlideCurrentNo\.vue/g

/**
 * What the documentation's examples import, and a setting: on a busy machine Shiki would stop in the
 * middle of a line that takes long, and colour the same code differently.
 */
const FILES = {
  'setup/shiki.ts': 'export default () => ({ tokenizeTimeLimit: 0 })\n',
  'snippets/snippet.js': '// #region region-name\nconst a = [1]\n// #endregion region-name\n',
  'some-file.ts': 'export const list = [1]\n',
  'public/dot.png': '',
  'public/image.png': '',
  'public/pic.png': '',
  'public/video.mp4': '',
}

/** Decks with the examples that hold the addon's syntax and so look different with it. */
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

/** The examples of the documentation, behind the fixture's slides. */
const EXAMPLES = 'documentation.md'

let folder: TemporaryFolder

beforeAll(async () => {
  folder = writeDeck(FILES)
  cpSync(FIXTURE, folder.path, { recursive: true })
  const examples = await readExamples()
  writeFileAtomically(join(folder.path, EXAMPLES), examples.join('\n\n---\n\n'))
})

afterAll(() => folder.remove())

it.each(DECKS)(
  'compiles %s to the same code with the addon as without it',
  async (_name, file, setting, exempt) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const plain = await compile(file, setting)
    const added = await compile(file, `${setting}addons:\n  - slidev-addon-addon\n`)
    expect(added.span).toContain('coloured-span')
    expect(plain.span).not.toContain('coloured-span')
    expect(plain.fixture.filter((code) => code.startsWith('Error'))).toEqual([])
    expect(added.fixture).toEqual(plain.fixture)
    expect(plain.examples.filter(({ code }) => code.startsWith('Error'))).toHaveLength(1)
    expect(findDifferent(plain.examples, added.examples)).toEqual(exempt)
    const own = warn.mock.calls.filter(([text]) => String(text).includes('slidev-addon-addon]'))
    expect(own).toHaveLength(exempt.some((example) => example.includes('lazy')) ? 1 : 0)
    warn.mockRestore()
  },
)

/** The examples that are compiled to something else. */
function findDifferent(plain: readonly Example[], added: readonly Example[]): string[] {
  expect(added).toHaveLength(plain.length)
  expect(plain.length).toBeGreaterThan(80)
  return plain
    .filter(({ code }, index) => code !== added[index]?.code)
    .map(({ content }) => content)
}

/** The Markdown examples of Slidev's documentation, a slide each, without frontmatter. */
async function readExamples(): Promise<string[]> {
  const examples: string[] = []
  for (const name of readdirSync(DOCUMENTATION).toSorted()) {
    const text = readFileSync(join(DOCUMENTATION, name), 'utf8')
    for (const [, , example = ''] of text.matchAll(FENCE_RE)) {
      const { slides } = await parser.parse(example, name)
      examples.push(...slides.map(({ content }) => content).filter((content) => content !== ''))
    }
  }
  return examples
}

/** A slide of the documentation. */
interface Example {
  content: string
  /** Its error if it does not compile, which one of the documentation does not. */
  code: string
}

/** Compiled slides. */
interface Compiled {
  fixture: string[]
  examples: Example[]
  /** A slide with a span, which shows whether the addon is there. */
  span: string
}

/**
 * The code Slidev sends to the browser for the slides of a fixture, and for the examples.
 *
 * The development server compiles without bundling, which for Monaco and Mermaid takes minutes.
 */
async function compile(file: string, setting: string): Promise<Compiled> {
  const entry = join(folder.path, 'entry.md')
  const imports = [file, EXAMPLES].map((name) => `---\nsrc: ./${name}\n---\n\n`)
  writeFileAtomically(
    entry,
    `---\nfonts:\n  provider: none\n${setting}---\n\n[text]{color=red}\n\n${imports.join('')}`,
  )
  const options = await resolveOptions({ entry }, 'dev')
  const server = await createServer(options, {
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, ws: false, watch: null },
  })
  const compiled: Compiled = { fixture: [], examples: [], span: '' }
  for (const [index, { source, content }] of options.data.slides.entries()) {
    const code = await server
      .transformRequest(`${source.filepath}__slidev_${index + 1}.md`)
      .then((result) => result?.code ?? '')
      .catch((error: unknown) => `Error: ${JSON.stringify(error)}${String(error)}`)
    const plain = code.replaceAll(HASH_RE, '').replaceAll(NUMBER_RE, 'SlideCurrentNo.vue')
    if (source.filepath === entry) {
      compiled.span = plain
    } else if (source.filepath.endsWith(EXAMPLES)) {
      compiled.examples.push({ content, code: plain })
    } else {
      compiled.fixture.push(plain)
    }
  }
  await server.close()
  return compiled
}
