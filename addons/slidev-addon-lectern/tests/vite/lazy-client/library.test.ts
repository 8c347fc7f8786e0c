import { expect, it } from 'vitest'

import { isOfLibrary } from '../../../vite/lazy-client/library.ts'

it.each([
  '/deck/node_modules/vue-router/dist/vue-router.js',
  '/deck/node_modules/@vueuse/core/dist/index.js',
])('takes a package for a library: %s', (id) => {
  expect(isOfLibrary(id)).toBe(true)
})

it.each([
  '/deck/components/Counter.vue',
  '/deck/node_modules/@slidev/client/main.ts',
  '/deck/node_modules/@slidev/theme-default/layouts/cover.vue',
  '/deck/node_modules/slidev-addon-sync/setup/main.ts',
  '/deck/node_modules/@lab/slidev-theme-lab/layouts/cover.vue',
  '/deck/node_modules/.slidev/virtual/styles.ts',
])('takes no part of a deck for one: %s', (id) => {
  expect(isOfLibrary(id)).toBe(false)
})
