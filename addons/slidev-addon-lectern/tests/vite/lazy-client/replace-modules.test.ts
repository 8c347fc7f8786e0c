import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { build, createLogger } from 'vite'
import type { Plugin } from 'vite'
import { describe, expect, it } from 'vitest'

import { REPLACEMENTS } from '../../../vite/lazy-client/lazy-modules.ts'
import { replaceModules } from '../../../vite/lazy-client/replace-modules.ts'
import { writeFolder } from '../../harness/decks.ts'
import { findModule } from '../../harness/installed-slidev.ts'

const { resolve } = createRequire(import.meta.url)

/** Folder of the client in a deck. */
const CLIENT = 'node_modules/@slidev/client'

/** Importers of the installed client with nothing but their imports of what is replaced, by path. */
const IMPORTERS = new Map([['App.vue', importing('vue/dist/vue.esm-bundler.js', ['ref'])]])
for (const { module, written = module, importers = [] } of REPLACEMENTS) {
  for (const path of importers) {
    const names = findModule(path)
      .imports.filter(({ source }) => `/${source}`.endsWith(`/${written}`))
      .flatMap((each) => each.names)
    IMPORTERS.set(path, `${IMPORTERS.get(path) ?? ''}${importing(module, names)}`)
  }
}

/** Module that imports some names, and uses them. */
function importing(source: string, names: readonly string[]): string {
  const locals = names.map((name) => `_${source}_${name}`.replaceAll(/\W/g, '_'))
  const list = names.map((name, index) => `${name} as ${locals[index]}`)
  return `import { ${list.join(', ')} } from '${source}'\nuse(${locals.join(', ')})\n`
}

/** Resolves what the deck imports, and loads the client's own modules alone. */
const resolveDeck: Plugin = {
  name: 'test:deck',
  enforce: 'pre',
  resolveId: (source) => {
    if (source.startsWith('/')) {
      return source
    }
    return source === '@slidev/parser/utils' ? resolve(source) : { id: source, external: true }
  },
  load: (id) => ({
    code: id.includes(CLIENT) ? readFileSync(id, 'utf8') : 'export {}',
    moduleType: 'js',
  }),
}

/**
 * Builds a deck with a client that imports what the installed one does.
 *
 * @param changes - Modules of the client that differ, by path; `undefined` for one that is gone.
 * @param unused - Module that this deck does not need.
 */
async function buildFolder(
  changes: Readonly<Record<string, string | undefined>> = {},
  unused?: string,
): Promise<{ lines: string[]; code: string }> {
  const files: Record<string, string> = { 'package.json': '{ "version": "99.0.0" }' }
  for (const [path, code] of [...IMPORTERS, ...Object.entries(changes)]) {
    if (code === undefined) {
      // oxlint-disable-next-line typescript/no-dynamic-delete -- the file is gone
      delete files[path]
    } else {
      files[path] = code
    }
  }
  const folder = writeFolder(
    Object.fromEntries(
      Object.entries(files).map(([path, code]) => [join(CLIENT, path), code] as const),
    ),
  )
  const input = Object.keys(files)
    .filter((path) => path !== 'package.json' && path !== unused)
    .map((path) => join(folder, CLIENT, path))
  const lines: string[] = []
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    customLogger: { ...createLogger('silent'), warn: (line) => void lines.push(line) },
    plugins: [replaceModules(), resolveDeck],
    build: { write: false, rolldownOptions: { input, shimMissingExports: true } },
  })
  const chunks = [output].flat().flatMap((each) => ('output' in each ? each.output : []))
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
  return { lines: lines.filter((line) => line.startsWith('[slidev-')), code }
}

it('says nothing where everything is replaced, or a deck does not need it', async () => {
  expect((await buildFolder()).lines).toEqual([])
  expect((await buildFolder({}, 'builtin/VSwitch.ts')).lines).toEqual([])
})

describe('a Slidev that has changed', () => {
  it('is reported in one line when it has moved an importer', async () => {
    const { lines, code } = await buildFolder({
      'composables/useDrawings.ts': undefined,
      'composables/useDrawing.ts': importing('drauu', ['createDrauu']),
    })
    expect(lines).toEqual([
      '[slidev-addon-lectern] drauu is not replaced by lazy-drauu.ts everywhere. ' +
        'In Slidev 99.0.0 (tested: 52.20.1, 53.0.0), composables/useDrawing.ts imports it as well; ' +
        'there is no composables/useDrawings.ts. The site works, but loads more script than it needs. ' +
        'Update slidev-addon-lectern.',
    ])
    expect(code).toContain('"drauu"')
  })

  it('is reported when an importer takes another module', async () => {
    const { lines } = await buildFolder({
      'internals/Goto.vue':
        importing('fuse.js/basic', ['default']) + importing('title-renderer', ['default']),
    })
    expect(lines).toEqual([
      expect.stringMatching(
        /^\[slidev-addon-lectern\] fuse\.js .* internals\/Goto\.vue imports no fuse\.js/,
      ),
    ])
  })

  it('is reported when it imports a name that the replacement lacks, and gets the real module', async () => {
    const { lines, code } = await buildFolder({
      'composables/useDrawings.ts': importing('drauu', ['createDrauu', 'createLaser']),
    })
    expect(lines).toEqual([
      expect.stringContaining(
        'composables/useDrawings.ts imports createLaser, which the replacement lacks',
      ),
    ])
    expect(code).toContain('"drauu"')
  })

  it('is reported when it resolves Vue to another file', async () => {
    const toRuntime = (path: string): string =>
      IMPORTERS.get(path)?.replaceAll('vue.esm-bundler.js', 'vue.runtime.js') ?? ''
    const { lines } = await buildFolder({
      'App.vue': toRuntime('App.vue'),
      'internals/SlidesShow.vue': toRuntime('internals/SlidesShow.vue'),
    })
    expect(lines).toEqual([
      expect.stringMatching(
        / vue is not replaced by slides-group\.ts .*SlidesShow\.vue imports no /,
      ),
      expect.stringMatching(
        / vue is not replaced by vue-without-compiler\.ts .* no module imports it/,
      ),
    ])
  })
})
