import { readdirSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'

import { parseSync } from 'vite'
import { expect, it } from 'vitest'

import { PACKAGE_ROOT } from '../deck/package-root.ts'
import { readImports } from '../vite/lazy-client/module-names.ts'

const MANIFEST: {
  files: string[]
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  peerDependencies: Record<string, string>
} = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'))

/** Rooms whose modules the published package has only as part of a bundle, with the packages they import. */
const BUNDLED = ['browser', 'checks', 'commands', 'doctor', 'output', 'page', 'print', 'site']

/** Imports that only the repository has, which runs from its sources. */
const OF_REPOSITORY = new Set(['bin/lectern.mjs: tsx', 'browser/page-script.ts: esbuild'])

/** Matches imports that `vite/lazy-client/slidev-dependencies.ts` resolves as Slidev's client does. */
const OF_SLIDEV_RE =
  /^client\/lazy\/.+: (?:drauu|fuse\.js|floating-vue|@shikijs\/vitepress-twoslash|@vue\/runtime-dom)$/

const SOURCE_RE = /\.(?:ts|mjs|vue)$/

function listSources(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name !== 'node_modules')
        .flatMap((name) => listSources(join(path, name)))
    : [path].filter((file) => SOURCE_RE.test(file))
}

/** Lists the packages that a module imports, without those of its types. */
function listPackages(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const code = path.endsWith('.vue')
    ? (/<script[^>]*>([^]*?)<\/script>/.exec(text)?.[1] ?? '')
    : text
  const { dynamicImports } = parseSync('module.ts', code).module
  const dynamics = dynamicImports.flatMap(
    ({ moduleRequest: { start, end } }) =>
      /^['"]([^'"]+)['"]$/.exec(code.slice(start, end))?.[1] ?? [],
  )
  return [...readImports(code).map(({ source }) => source), ...dynamics]
    .filter((name) => !/^[./#]/.test(name) && !isBuiltin(name) && !name.startsWith('virtual:'))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
}

function findUndeclared(names: readonly string[], declared: Record<string, string>): string[] {
  return names
    .flatMap((name) => listSources(join(PACKAGE_ROOT, name)))
    .flatMap((path) =>
      listPackages(path)
        .filter((each) => !(each in declared))
        .map((each) => `${path.slice(PACKAGE_ROOT.length + 1)}: ${each}`),
    )
    .filter((each) => !OF_REPOSITORY.has(each) && !OF_SLIDEV_RE.test(each))
}

// npm lets a package import what it does not declare, by luck; pnpm and yarn do not.
it('imports nothing that it does not declare', () => {
  const installed = { ...MANIFEST.dependencies, ...MANIFEST.peerDependencies }
  const published = MANIFEST.files.filter((name) => !['dist', 'example', 'recipes'].includes(name))
  expect(listSources(join(PACKAGE_ROOT, 'client')).flatMap(listPackages)).toContain('vue')
  expect(findUndeclared(published, installed)).toEqual([])
  expect(findUndeclared(BUNDLED, { ...installed, ...MANIFEST.devDependencies })).toEqual([])
})
