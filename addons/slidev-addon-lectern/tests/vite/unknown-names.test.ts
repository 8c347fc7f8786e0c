import { join } from 'node:path'

import { expect, it } from 'vitest'

import { createComponentRecord } from '../../vite/unknown-names/component-record.ts'
import { listIdleSteps } from '../../vite/unknown-names/idle-steps.ts'
import { listUnknownLayouts } from '../../vite/unknown-names/index.ts'
import { writeFolder } from '../harness/decks.ts'

const SLIDES = [
  { start: 0, raw: '---\ntitle: A\n---\n\n# One\n\n<MyChrt />', frontmatter: {} },
  {
    start: 8,
    raw: '---\nlayout: two-colls\n---\n\n<Nope />\n\n<model-viewer />',
    frontmatter: { layout: 'two-colls' },
  },
]

/** Components that the compiler does not find, by slide. */
const UNRESOLVED = { 1: ['MyChrt'], 2: ['Nope', 'model-viewer', 'Known', 'RouterLink'] }

/** Code of a package that registers a component. */
const PACKAGE = 'app.component("Known", Known)'

/** Lists the warnings of a build. */
function build(modules: Readonly<Record<string, string>> = {}): string[] {
  const userRoot = writeFolder({ 'components/MyChart.vue': '' })
  const slides = SLIDES.map(({ frontmatter, ...source }) => ({
    frontmatter,
    source: { ...source, filepath: join(userRoot, 'slides.md') },
  }))
  const deck = {
    slides,
    roots: [join(userRoot, 'node_modules/theme'), userRoot],
    userRoot,
    clientRoot: join(userRoot, 'client'),
  }
  const record = createComponentRecord(deck)
  for (const [number, names] of Object.entries(UNRESOLVED)) {
    const code = names.map((name) => `const x = _resolveComponent("${name}")`).join('\n')
    record.note(code, `${userRoot}/slides.md__slidev_${number}.md`)
  }
  record.note(PACKAGE, '/node_modules/x/index.js')
  for (const [path, code] of Object.entries(modules)) {
    record.note(code, join(userRoot, path))
  }
  return [...listUnknownLayouts(deck, ['two-cols', 'default']), ...record.listUnknown()]
}

it('names layouts and components that do not exist, with their lines and what was meant', () => {
  expect(build()).toEqual([
    '[slidev-addon-lectern] slides.md:10: there is no layout "two-colls", and the slide gets "default". ' +
      'Expected one of default, two-cols. Did you mean two-cols?',
    '[slidev-addon-lectern] slides.md:7: there is no component <MyChrt>, and the browser draws nothing for it. ' +
      'Expected a component of Slidev, of the theme, of an addon or of components/. Did you mean MyChart?',
    '[slidev-addon-lectern] slides.md:13: there is no component <Nope>, and the browser draws nothing for it. ' +
      'Expected a component of Slidev, of the theme, of an addon or of components/. ' +
      'Correct the name, or write &lt; where "<" is text.',
  ])
})

it.each([
  [
    'registers it by its name',
    { 'setup/main.ts': 'app.component("Nope", X).component("MyChrt", Y)' },
  ],
  ['registers components by names of its own', { 'setup/main.ts': 'app.component(one.name, one)' }],
  [
    'of a theme uses a plugin, which may register it',
    { 'node_modules/theme/setup/main.ts': 'export default ({ app }) => app.use(lib)' },
  ],
])('says nothing of a component where a setup %s', (_what, modules) => {
  expect(build(modules).filter((warning) => warning.includes('component'))).toEqual([])
})

it('names images that are asked for steps and have none, but not in code', () => {
  const hash = '0'.repeat(64)
  const userRoot = writeFolder({
    'figures/rendered.json': JSON.stringify({
      round: { sha256: hash, steps: 3 },
      table: { sha256: hash },
    }),
    'figures/table/table.vue': '',
  })
  const raw = [
    '![A round](/round.png){width=70% steps}',
    '![A table](/table.png){steps}',
    '<img src="/photo.png" alt="steps" class="w-4">',
    '<img steps src="/photo.png">',
    '```md',
    '![A table](/table.png){steps}',
    '```',
  ].join('\n')
  const source = { start: 3, raw, filepath: join(userRoot, 'slides.md') }
  const deck = { slides: [{ frontmatter: {}, source }], roots: [], userRoot, clientRoot: '' }
  expect(listIdleSteps(deck)).toEqual([
    expect.stringMatching(
      /slides\.md:5: \/table\.png is asked for steps.* "lectern figures table"/,
    ),
    expect.stringMatching(/slides\.md:7: \/photo\.png is asked for steps.* v-click\.$/),
  ])
})
