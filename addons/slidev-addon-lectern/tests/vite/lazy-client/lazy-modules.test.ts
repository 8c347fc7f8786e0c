import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  resolveReplacement,
  findReplacement,
  isModule,
  REPLACEMENTS,
} from '../../../vite/lazy-client/lazy-modules.ts'
import type { Replacement } from '../../../vite/lazy-client/lazy-modules.ts'
import { CLIENT, findModule, MODULES, readCommand } from '../../harness/installed-slidev.ts'

const { resolve } = createRequire(import.meta.url)

/** Replacements in Slidev's client, each with one of the modules that import the replaced one. */
const PAIRS = REPLACEMENTS.flatMap((replacement) =>
  (replacement.importers ?? []).map(
    (importer) => [replacement.module, importer, replacement] as const,
  ),
)

function isWritten({ module, written }: Replacement, source: string): boolean {
  return written === undefined ? isModule({ module }, source) : source === written
}

describe('the installed Slidev', () => {
  it.each(PAIRS)('imports %s in %s', (_, importer, replacement) => {
    const sources = findModule(importer).imports.map(({ source }) => source)
    expect(sources.filter((source) => isWritten(replacement, source))).toHaveLength(1)
  })

  it('takes the full build of Vue for "vue"', () => {
    const { module, written } =
      findReplacement('vue/dist/vue.esm-bundler.js', '/deck/App.vue') ?? {}
    expect(readCommand()).toMatch(new RegExp(`find: "${written}",\\s+replacement: .*"${module}"`))
  })

  it('imports what is replaced in no other module, but for those that need it', () => {
    const others = MODULES.flatMap(({ path, imports }) =>
      imports
        .filter(({ source }) =>
          REPLACEMENTS.some(
            (replacement) =>
              replacement.importers && !replacement.written && isModule(replacement, source),
          ),
        )
        .filter(({ source }) => !findReplacement(source, join(CLIENT, path)))
        .map(({ source }) => `${path}: ${source}`),
    )
    const kept = REPLACEMENTS.flatMap(({ module, keepers = [] }) =>
      keepers.map((path) => ({ module, path })),
    )
    expect(others).toHaveLength(kept.length)
    for (const { module, path } of kept) {
      expect(others).toContainEqual(expect.stringMatching(`^${path}: (?:.*/)?${module}$`))
    }
  })
})

describe('a replacement', () => {
  it.each(PAIRS)('puts something in the place of %s in %s', (module, importer, replacement) => {
    expect(findReplacement(`/deck/node_modules/${module}`, join(CLIENT, importer))).toBe(
      replacement,
    )
    expect(existsSync(resolve(resolveReplacement(replacement)))).toBe(true)
  })

  it('puts Vue without its compiler into every other module', () => {
    const source = '/deck/node_modules/vue/dist/vue.esm-bundler.js'
    expect(findReplacement(source, '/deck/components/Counter.vue')?.by).toBe(
      'vue-without-compiler.ts',
    )
    expect(findReplacement(source, join(CLIENT, 'App.vue'))?.by).toBe('vue-without-compiler.ts')
  })

  it('leaves everything but Vue as it is where the deck asks for it', () => {
    const replaced = REPLACEMENTS.map(
      ({ module }) => findReplacement(module, '/deck/components/Own.vue')?.by,
    )
    expect(new Set(replaced)).toEqual(new Set(['vue-without-compiler.ts', undefined]))
    expect(findReplacement('./v-mark', '/deck/components/Own.vue')).toBeUndefined()
  })

  it('leaves the real ones to the modules that bring them', () => {
    const folder = '/deck/slidev-addon-lectern/client/lazy'
    const compiler = `${folder}/features/compiler.ts`
    expect(findReplacement('/vue/dist/vue.esm-bundler.js', compiler)).toBeUndefined()
    expect(findReplacement('floating-vue', `${folder}/features/tooltips.ts`)).toBeUndefined()
    expect(findReplacement('drauu', `${folder}/lazy-drauu.ts`)).toBeUndefined()
  })
})
