import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { parse } from 'vue/compiler-sfc'

import { readImports } from '../../vite/lazy-client/module-names.ts'
import type { ModuleImport } from '../../vite/lazy-client/module-names.ts'

// Read from the installed package and not typed by hand, so that tests fail when Slidev moves a module.

const { resolve } = createRequire(import.meta.url)

/** Folder of the installed client of Slidev. */
export const CLIENT = dirname(resolve('@slidev/client/package.json'))

/** Module of the installed client. */
export interface ClientModule {
  /** Path within the client. */
  path: string
  script: string
  template: string
  /** Static and dynamic imports; dynamic ones have no names. */
  imports: ModuleImport[]
}

/** Modules of the installed client. */
export const MODULES: readonly ClientModule[] = readdirSync(CLIENT, {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|vue)$/.test(path) && !/\.(?:d|test)\.ts$|node_modules/.test(path))
  .map(readModule)

/**
 * Returns a module of the installed client.
 *
 * @throws {Error} when there is none of that path.
 */
export function findModule(path: string): ClientModule {
  const found = MODULES.find((module) => module.path === path)
  if (!found) {
    throw new Error(`The installed client of Slidev has no ${path}.`)
  }
  return found
}

function readModule(path: string): ClientModule {
  const source = readFileSync(join(CLIENT, path), 'utf8')
  const { script, scriptSetup, template } = path.endsWith('.vue')
    ? parse(source, { sourceMap: false }).descriptor
    : { script: { content: source }, scriptSetup: null, template: null }
  const code = `${script?.content ?? ''}\n${scriptSetup?.content ?? ''}`
  const dynamic = Array.from(code.matchAll(/\bimport\((['"])(.+?)\1\)/g), ([, , name = '']) => ({
    source: name,
    names: [],
  }))
  return {
    path,
    script: code,
    template: template?.content ?? '',
    imports: [...readImports(code), ...dynamic],
  }
}

/** Returns the source of Slidev's installed command, all files joined. */
export function readCommand(): string {
  const folder = join(dirname(resolve('@slidev/cli/package.json')), 'dist')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
