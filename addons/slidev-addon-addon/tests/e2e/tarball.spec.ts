import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { makeFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { packAddon, readManifest, unpack } from './packed-addon.ts'

/** Matches the path of an import statement or call, except type imports. */
const IMPORT_RE =
  /^(?:import|export)\s(?!type\s)[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm

let folder: TemporaryFolder
let files: string[]

beforeAll(() => {
  folder = makeFolder()
  unpack(packAddon(folder.path), join(folder.path, 'package'))
  files = readdirSync(join(folder.path, 'package'), { recursive: true, encoding: 'utf8' })
})

afterAll(() => folder.remove())

it('holds the addon’s sources, its documentation and nothing else', () => {
  expect(files.filter((file) => !file.includes('/')).toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'components',
    'example',
    'index.d.ts',
    'markdown',
    'package.json',
    'pictures',
    'setup',
    'styles',
    'vite',
    'vite.config.ts',
    'vscode-snippets.json',
  ])
  expect(files.filter((file) => /test|spec|node_modules|\.tgz$/.test(file))).toEqual([])
})

it('has every file that its exports name', () => {
  const { exports } = readManifest(join(folder.path, 'package'))
  const paths = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  )
  expect(paths.filter((path) => !files.includes(path.replace('./', '')))).toEqual([])
})

it('imports only what its package.json declares, and nothing outside of it', () => {
  const { dependencies, peerDependencies } = readManifest(join(folder.path, 'package'))
  const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }))
  const imports = files
    .filter((file) => /\.(?:ts|vue)$/.test(file))
    .flatMap((file) => listImports(readFileSync(join(folder.path, 'package', file), 'utf8')))
  const packages = imports.filter((path) => !path.startsWith('.'))
  expect(packages.length).toBeGreaterThan(5)
  expect(packages.filter((path) => !declared.has(packageOf(path)) && !isBuiltin(path))).toEqual([])
  expect(imports.filter((path) => path.startsWith('../../'))).toEqual([])
})

function listImports(source: string): string[] {
  return Array.from(
    source.matchAll(IMPORT_RE),
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  )
}

/** Returns `@a/b` for `@a/b/c`. */
function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

function isBuiltin(path: string): boolean {
  return path.startsWith('node:') && builtinModules.includes(path.slice('node:'.length))
}
