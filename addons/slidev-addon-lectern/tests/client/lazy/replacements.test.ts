// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'
import { createApp, Transition } from 'vue'
import type { App } from 'vue'
import { parse } from 'vue/compiler-sfc'

import { EarlyDrawing } from '../../../client/lazy/early-drawing.ts'
import LazyFuse from '../../../client/lazy/go-to-search.ts'
import lightTooltips from '../../../client/lazy/tooltips.ts'
import {
  resolveReplacement,
  isModule,
  REPLACEMENTS,
} from '../../../vite/lazy-client/lazy-modules.ts'
import { ALL_NAMES, readExports } from '../../../vite/lazy-client/module-names.ts'
import { OWNERS } from '../../../vite/lazy-client/used-features.ts'
import { CLIENT, findModule, MODULES } from '../../harness/installed-slidev.ts'

// A replacement that lacks what Slidev uses fails before an audience: each is compared with its uses in the
// installed client.

vi.mock(import('../../../client/lazy/when-go-to-opens.ts'), () => ({ whenGoToOpens: () => {} }))

const { resolve } = createRequire(import.meta.url)

describe('names that Slidev imports', () => {
  const pairs = REPLACEMENTS.flatMap((replacement) =>
    (replacement.importers ?? []).map(
      (importer) => [replacement.by, importer, replacement] as const,
    ),
  )

  it.each(pairs)('are in %s for %s', (_, importer, replacement) => {
    const needed = findModule(importer)
      .imports.filter(
        ({ source }) => source === replacement.written || isModule(replacement, source),
      )
      .flatMap(({ names }) => names)
    const offered = readExports(readFileSync(resolve(resolveReplacement(replacement)), 'utf8'))
    expect(needed.filter((name) => !offered.has(name) && !offered.has(ALL_NAMES))).toEqual([])
  })

  it('are in the Vue without its compiler: all of the full build', () => {
    const read = (path: string): Set<string> => readExports(readFileSync(path, 'utf8'))
    const light = read(join(import.meta.dirname, '../../../client/lazy/vue-without-compiler.ts'))
    expect(light).toEqual(read(resolve('vue/dist/vue.esm-bundler.js')))
  })
})

describe('members that Slidev uses', () => {
  it('are all in the drawing that waits for drauu', () => {
    const code = MODULES.map(({ script, template }) => script + template).join('\n')
    const used = listMembers(code, /\bdrauu\??/)
    expect(used).toEqual(expect.arrayContaining(['clear', 'load', 'mount', 'on', 'options']))
    const drawing = new EarlyDrawing({}, () => {})
    expect(used.filter((name) => !Reflect.has(drawing, name))).toEqual([])
  })

  it('are all in the search that waits for fuse.js, and in its results', () => {
    const { script } = findModule('internals/Goto.vue')
    const search = new LazyFuse([{ no: 1, title: 'Outline' }], {})
    const used = listMembers(script, /\bfuse\.value/)
    expect(used).toContain('search')
    expect(used.filter((name) => !Reflect.has(search, name))).toEqual([])
    const [result] = search.search('outline')
    const read = /\.search\([^)]*\)\.map\((\w+) => (.+?)\)/.exec(script)
    expect(listMembers(read?.[2] ?? '', new RegExp(String.raw`\b${read?.[1]}`))).toEqual(['item'])
    expect(result).toHaveProperty('item')
  })

  it('are none of components that are fetched when they are shown', () => {
    const components = REPLACEMENTS.filter(({ module }) => module.endsWith('.vue'))
    expect(components.length).toBeGreaterThan(2)
    for (const { module } of components) {
      expect(findModule(`internals/${module}`).script).not.toContain('defineExpose')
    }
  })
})

it('passes on each attribute that Slidev gives its group of slides', () => {
  const source = readFileSync(join(CLIENT, 'internals/SlidesShow.vue'), 'utf8')
  const attributes = (parse(source).descriptor.template?.ast?.children ?? [])
    .flatMap((node) => ('props' in node ? [node.props] : []))
    .find((props) => props.some(({ loc }) => /^:is=.*TransitionGroup/.test(loc.source)))
  const names = (attributes ?? []).map(({ loc }) => loc.source.replace(/=[^]*$/, ''))
  const hooks = Object.keys(Transition.props ?? {}).map(
    (name) =>
      `@${name
        .replace(/^on/, '')
        .replaceAll(/\B[A-Z]/g, '-$&')
        .toLowerCase()}`,
  )
  // `v-bind` gives the transition itself.
  const known = new Set([':is', 'v-bind', 'id', 'tag', 'class', ':class', ...hooks])
  expect(names).toEqual(expect.arrayContaining(['id', 'tag', 'v-bind']))
  expect(names.filter((name) => !known.has(name))).toEqual([])
})

describe('names for the whole application', () => {
  it('are all known of floating-vue, and its components are there in a light form', async () => {
    const { default: real } = await import('floating-vue')
    const registered = listRegistered((app) => app.use(real))
    expect(registered.component).toEqual([...OWNERS.component.keys()])
    expect(listRegistered((app) => app.use(lightTooltips)).component).toEqual(registered.component)
    expect(registered.directive.map(toPascalCase)).toEqual(
      [...OWNERS.directive].filter(([, owner]) => owner === 'tooltips').map(([name]) => name),
    )
  })

  it('are all known of the modules of Slidev that come when they are used', () => {
    const replaced = MODULES.filter(({ path }) =>
      REPLACEMENTS.some(({ module }) => path === `${module}.ts`),
    )
    const names = replaced.flatMap(({ script }) =>
      Array.from(script.matchAll(/\.(?:directive|component)\b.*?\(\s*'([\w-]+)'/g), ([, name]) =>
        toPascalCase(name ?? ''),
      ),
    )
    expect(names.toSorted()).toEqual(
      [...OWNERS.directive]
        .filter(([, owner]) => owner !== 'tooltips')
        .map(([name]) => name)
        .toSorted(),
    )
  })
})

/** Names that are read from an object in code. */
function listMembers(code: string, object: RegExp): string[] {
  const uses = code.matchAll(new RegExp(String.raw`${object.source}\.(\w+)`, 'g'))
  return [...new Set(Array.from(uses, ([, name = '']) => name))].toSorted()
}

/** Names that a plugin registers in an application. */
function listRegistered(install: (app: App) => void): Record<'component' | 'directive', string[]> {
  const app = createApp({})
  const component = vi.spyOn(app, 'component')
  const directive = vi.spyOn(app, 'directive')
  install(app)
  return {
    component: component.mock.calls.map(([name]) => name).toSorted(),
    directive: directive.mock.calls.map(([name]) => name),
  }
}

function toPascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
