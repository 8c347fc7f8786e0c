/*
 * Writes the package as it is published: JavaScript and types for what Node runs, the scripts that run in pages, and
 * the sources that Slidev compiles. The repository itself runs from its sources and has no `dist/`.
 *
 * Usage: node build.mjs FOLDER, then `npm publish FOLDER`
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { build } from 'esbuild'

const PACKAGE = import.meta.dirname

/** Oldest Node that the package supports. */
const TARGET = 'node20.19'

const [named] = process.argv.slice(2)
if (named === undefined) {
  throw new Error('Name the folder to write: node build.mjs FOLDER')
}
const folder = resolve(named)
const dist = join(folder, 'dist')

const {
  scripts: _scripts,
  devDependencies: _development,
  ...manifest
} = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))

rmSync(folder, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
copySources()
await buildNode()
await buildPageScripts()
buildTypes()

/** Copies the files that package.json lists, and package.json without what only the repository needs. */
function copySources() {
  for (const name of [
    ...manifest.files.filter((file) => file !== 'dist'),
    'LICENSE',
    'README.md',
  ]) {
    cpSync(join(PACKAGE, name), join(folder, name), {
      recursive: true,
      // Slidev keeps its cache of the example there.
      filter: (path) => basename(path) !== 'node_modules',
    })
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
}

/** Bundles what Node runs, with the dependencies that package.json does not install. */
async function buildNode() {
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  await build({
    entryPoints: {
      index: join(PACKAGE, 'index.ts'),
      lectern: join(PACKAGE, 'commands/lectern.ts'),
    },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // A dynamic import of a bundled CommonJS module would lack its named exports.
    mainFields: ['module', 'main'],
    target: TARGET,
    legalComments: 'inline',
    logLevel: 'warning',
    external: [...installed.flatMap((name) => [name, `${name}/*`]), '@slidev/*', 'esbuild'],
    banner: {
      // Some of the bundled dependencies call `require`.
      js: [
        "import { createRequire as __createRequire } from 'node:module'",
        'const require = __createRequire(import.meta.url)',
      ].join('\n'),
    },
  })
}

/** Bundles the scripts that run in pages, as the repository does when it first needs them. */
async function buildPageScripts() {
  await import('tsx/esm')
  const source = pathToFileURL(join(PACKAGE, 'browser/page-script.ts')).href
  const { PAGE_SCRIPTS, bundlePageScript } = await import(source)
  for (const name of Object.keys(PAGE_SCRIPTS)) {
    writeFileSync(join(dist, `${name}.js`), await bundlePageScript(name))
  }
}

/** Writes the types of the API, with the file names that imports of built modules have. */
function buildTypes() {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const types = join(dist, 'types')
  execFileSync(
    process.execPath,
    [compiler, '--project', join(PACKAGE, 'tsconfig.types.json'), '--outDir', types],
    { stdio: 'inherit' },
  )
  for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.d.ts')) {
      const path = join(types, name)
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.replaceAll(/(from '|import\(')(\.[^']+)\.ts'/g, "$1$2.js'"))
    }
  }
}
