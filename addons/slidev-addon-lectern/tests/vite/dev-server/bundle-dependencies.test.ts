import { expect, it } from 'vitest'

import { chooseBundled, FIRST_VIEWS } from '../../../vite/dev-server/bundle-dependencies.ts'
import { findModule } from '../../harness/installed-slidev.ts'

it('bundles what Slidev leaves unbundled, and nothing else of its list', () => {
  const chosen = chooseBundled({
    include: ['yaml'],
    exclude: ['vue', 'vue-router', '@slidev/client', 'monaco-editor', 'vue'],
  })
  expect(chosen.exclude).toEqual(['@slidev/client', 'monaco-editor'])
  expect(chosen.include).toEqual(expect.arrayContaining(['yaml', 'vue', 'vue-router']))
})

it('names dependencies as Slidev names those of its client, which pnpm keeps out of the deck’s folder', () => {
  const path = '@slidev/cli > @slidev/client > '
  const { include } = chooseBundled({ include: ['@slidev/cli > katex', `${path}yaml`] })
  expect(include).toEqual(expect.arrayContaining([`${path}vue`, `${path}vue-router`]))
  expect(include).not.toContain('vue')
})

it('names a dependency once, and keeps how they are bundled', () => {
  const chosen = chooseBundled({
    include: ['vue', 'vue'],
    rolldownOptions: { output: { comments: false } },
  })
  expect(chosen.include?.filter((name) => name === 'vue')).toEqual(['vue'])
  expect(chosen).toMatchObject({
    rolldownOptions: { output: { comments: false, minify: true } },
  })
})

it('has ready what the installed Slidev shows first', () => {
  expect(FIRST_VIEWS.map((path) => findModule(path).path)).toEqual(FIRST_VIEWS)
})
