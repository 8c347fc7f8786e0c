import { execFile } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

import { describe, expect, it } from 'vitest'

import { findSlidev } from '../../deck/find-slidev.ts'
import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { writeFolder } from '../harness/decks.ts'

const { project, root } = findSlidev(PACKAGE_ROOT)

/** Stands for Slidev's command: resolves a deck as it does, and prints what came of it. */
const COMMAND = `
import { resolveOptions } from ${JSON.stringify(pathToFileURL(join(root, 'dist/index.mjs')).href)}

void resolveOptions({ entry: process.argv[2] }, 'build').then(({ addonRoots, data }) =>
  console.log(JSON.stringify({
    addonRoots,
    addons: data.config.addons,
    named: data.headmatter.addons,
    lectern: data.headmatter.lectern,
  })),
)
`

/** Stands for a Slidev that loads a deck only once. */
const ONE_LOAD = `
import { load } from '@slidev/parser/fs'

void Promise.resolve().then(() => load({ roots: [] }, process.argv[2], undefined, 'build'))
`

/** Facts of a deck that Slidev has resolved. */
interface ResolvedDeck {
  addonRoots: string[]
  /** Names of addons that the site tells. */
  addons: string[]
  /** Names of addons in the headmatter. */
  named?: string[]
  /** Settings, completed by this addon's own setup. */
  lectern?: object
}

/** Resolves a deck in a project with Slidev and both addons. */
async function resolveDeck(headmatter: string, manifest: object, mark = ''): Promise<ResolvedDeck> {
  const folder = writeFolder({
    'package.json': JSON.stringify(manifest),
    'slides.md': `${mark}---\ntheme: none\n${headmatter}\n---\n\n# A deck\n`,
    'command/package.json': '{}',
    'command/dist/cli.mjs': COMMAND,
  })
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const script = join(PACKAGE_ROOT, 'deck/slidev-process.mjs')
  const args = [script, join(folder, 'command'), PACKAGE_ROOT, join(folder, 'slides.md')]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  return JSON.parse(stdout)
}

describe('a deck without this addon', () => {
  it('gets it, and the site does not tell where it is', async () => {
    const { addonRoots, addons, named, lectern } = await resolveDeck('title: A deck', {})
    expect(addonRoots).toEqual([PACKAGE_ROOT])
    expect(addons).toEqual([])
    expect(named).toBeUndefined()
    expect(lectern).toMatchObject({ lazyClient: true })
  })

  it('keeps its other addons', async () => {
    const { addonRoots, addons, named, lectern } = await resolveDeck(
      'addons: [slidev-addon-addon]',
      {},
    )
    expect(addonRoots).toHaveLength(2)
    expect(addonRoots).toContain(PACKAGE_ROOT)
    expect(addons).toEqual(['slidev-addon-addon'])
    expect(named).toEqual(['slidev-addon-addon'])
    expect(lectern).toMatchObject({ lazyClient: true })
  })

  it('gets it where a text stands in place of the list, which Slidev ignores', async () => {
    const { addonRoots } = await resolveDeck('addons: slidev-addon-lectern', {})
    expect(addonRoots).toEqual([PACKAGE_ROOT])
  })
})

describe('a deck with this addon gets it once', () => {
  it.each([
    ['its headmatter', 'addons: [slidev-addon-lectern]', {}],
    ['its headmatter behind a byte order mark', 'addons: [slidev-addon-lectern]', {}, '\uFEFF'],
    ['package.json', 'title: A deck', { slidev: { addons: ['slidev-addon-lectern'] } }],
  ])('from %s', async (_where, headmatter, manifest, mark = '') => {
    const { addonRoots, lectern } = await resolveDeck(headmatter, manifest, mark)
    expect(addonRoots).toHaveLength(1)
    expect(addonRoots[0]).toMatch(/slidev-addon-lectern$/)
    expect(lectern).toMatchObject({ lazyClient: true })
  })
})

it('fails where Slidev does not take the addon in', async () => {
  const folder = writeFolder({ 'package.json': '{}', 'dist/cli.mjs': ONE_LOAD, 'slides.md': '# A' })
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const script = join(PACKAGE_ROOT, 'deck/slidev-process.mjs')
  const args = [script, folder, PACKAGE_ROOT, join(folder, 'slides.md')]
  await expect(promisify(execFile)(process.execPath, args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('did not take the addon into the deck'),
  })
})
