import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { findReplacement, findSwap, isModule, SWAPS } from '../../../vite/lazy-client/swaps.ts'
import type { Swap } from '../../../vite/lazy-client/swaps.ts'
import { CLIENT, findModule, MODULES, readCommand } from '../../harness/installed-slidev.ts'

const { resolve } = createRequire(import.meta.url)

/** Swaps of imports of Slidev's client, each with one of the modules that import it. */
const PAIRS = SWAPS.flatMap((swap) =>
  (swap.importers ?? []).map((importer) => [swap.module, importer, swap] as const),
)

function isWritten({ module, written }: Swap, source: string): boolean {
  return written === undefined ? isModule({ module }, source) : source === written
}

describe('the installed Slidev', () => {
  it.each(PAIRS)('imports %s in %s', (_, importer, swap) => {
    const sources = findModule(importer).imports.map(({ source }) => source)
    expect(sources.filter((source) => isWritten(swap, source))).toHaveLength(1)
  })

  it('takes the full build of Vue for "vue"', () => {
    const { module, written } = findSwap('vue/dist/vue.esm-bundler.js', '/deck/App.vue') ?? {}
    expect(readCommand()).toMatch(new RegExp(`find: "${written}",\\s+replacement: .*"${module}"`))
  })

  it('imports what is replaced in no other module, but for those that need it', () => {
    const others = MODULES.flatMap(({ path, imports }) =>
      imports
        .filter(({ source }) =>
          SWAPS.some((swap) => swap.importers && !swap.written && isModule(swap, source)),
        )
        .filter(({ source }) => !findSwap(source, join(CLIENT, path)))
        .map(({ source }) => `${path}: ${source}`),
    )
    const kept = SWAPS.flatMap(({ module, keepers = [] }) =>
      keepers.map((path) => ({ module, path })),
    )
    expect(others).toHaveLength(kept.length)
    for (const { module, path } of kept) {
      expect(others).toContainEqual(expect.stringMatching(`^${path}: (?:.*/)?${module}$`))
    }
  })
})

describe('a swap', () => {
  it.each(PAIRS)('puts something in the place of %s in %s', (module, importer, swap) => {
    expect(findSwap(`/deck/node_modules/${module}`, join(CLIENT, importer))).toBe(swap)
    expect(existsSync(resolve(findReplacement(swap)))).toBe(true)
  })

  it('puts Vue without its compiler into every other module', () => {
    const source = '/deck/node_modules/vue/dist/vue.esm-bundler.js'
    expect(findSwap(source, '/deck/components/Counter.vue')?.to).toBe('vue-without-compiler.ts')
    expect(findSwap(source, join(CLIENT, 'App.vue'))?.to).toBe('vue-without-compiler.ts')
  })

  it('leaves everything but Vue as it is where the deck asks for it', () => {
    const replaced = SWAPS.map(({ module }) => findSwap(module, '/deck/components/Own.vue')?.to)
    expect(new Set(replaced)).toEqual(new Set(['vue-without-compiler.ts', undefined]))
    expect(findSwap('./v-mark', '/deck/components/Own.vue')).toBeUndefined()
  })

  it('leaves the real ones to the modules that bring them', () => {
    const folder = '/deck/slidev-addon-lectern/client/lazy'
    const compiler = `${folder}/features/compiler.ts`
    expect(findSwap('/vue/dist/vue.esm-bundler.js', compiler)).toBeUndefined()
    expect(findSwap('floating-vue', `${folder}/features/tooltips.ts`)).toBeUndefined()
    expect(findSwap('drauu', `${folder}/drawing.ts`)).toBeUndefined()
  })
})
