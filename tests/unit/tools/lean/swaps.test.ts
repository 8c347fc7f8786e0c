import { basename } from 'node:path'

import { expect, it } from 'vitest'

import { findSwap } from '../../../../tools/lean/swaps.ts'

const CLIENT = '/deck/node_modules/@slidev/client'

it.each([
  ['/deck/node_modules/vue/dist/vue.esm-bundler.js', '/deck/components/Counter.vue', 'vue.ts'],
  [
    '/deck/node_modules/vue/dist/vue.esm-bundler.js',
    `${CLIENT}/internals/SlidesShow.vue`,
    'slides-group.ts',
  ],
  ['../modules/v-mark', `${CLIENT}/setup/main.ts`, 'directives.ts'],
  ['@shikijs/vitepress-twoslash/client', `${CLIENT}/setup/main.ts`, 'tooltips.ts'],
  ['floating-vue', `${CLIENT}/internals/SlidesShow.vue`, 'poppers.ts'],
  ['./Settings.vue', `${CLIENT}/internals/NavControls.vue`, 'settings.ts'],
  ['../internals/DrawingControls.vue', `${CLIENT}/internals/Controls.vue`, 'drawing-controls.ts'],
  ['drauu', `${CLIENT}/composables/useDrawings.ts`, 'drawing.ts'],
  ['fuse.js', `${CLIENT}/internals/Goto.vue`, 'search.ts'],
])('puts a light module in the place of %s in %s', (source, importer, file) => {
  expect(basename(findSwap(source, importer) ?? '')).toBe(file)
})

it('takes YAML out of the first script by asking for the part of the parser without it', () => {
  expect(findSwap('@slidev/parser/core', `${CLIENT}/logic/utils.ts`)).toBe('@slidev/parser/utils')
  expect(findSwap('@slidev/parser/core', '/deck/components/Parsed.vue')).toBeUndefined()
})

it('leaves everything as it is where the deck asks for it', () => {
  for (const source of ['floating-vue', 'drauu', 'fuse.js', './Settings.vue', './v-mark']) {
    expect(findSwap(source, '/deck/components/Own.vue')).toBeUndefined()
  }
})

it('leaves the real ones to the modules that bring them', () => {
  const folder = '/deck/tools/lean/client'
  expect(findSwap('/vue/dist/vue.esm-bundler.js', `${folder}/features/compiler.ts`)).toBeUndefined()
  expect(findSwap('floating-vue', `${folder}/features/tooltips.ts`)).toBeUndefined()
  expect(findSwap('drauu', `${folder}/drawing.ts`)).toBeUndefined()
})
