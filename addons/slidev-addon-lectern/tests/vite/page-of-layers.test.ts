import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'
import { compileScript, parse } from 'vue/compiler-sfc'

import { findSlidev } from '../../deck/find-slidev.ts'
import { providePage } from '../../vite/page-of-layers.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const COMPONENT = join(ROOT, 'node_modules/@slidev/client/internals/PrintSlideClick.vue')

it('provides the page to the layers of Slidev’s printed slide', () => {
  expect(findSlidev(ROOT)).toBeTruthy()
  const code = providePage(readFileSync(COMPONENT, 'utf8'))
  expect(code).toContain(
    'provideLocal(injectionCurrentPage, computed(() => nav.currentSlideNo.value))',
  )
  const { descriptor } = parse(code)
  const { bindings } = compileScript(descriptor, { id: 'test', globalTypeFiles: [] })
  expect(bindings).toHaveProperty('injectionCurrentPage')
})

it.each([
  ['of another version', '<script setup>\nprovideLocal(other, 1)\n</script>'],
  [
    'that provides it already',
    'import { injectionSlideElement, injectionCurrentPage }\nprovideLocal(injectionSlideElement, x)',
  ],
])('leaves a component %s as it is', (_which, code) => {
  expect(providePage(code)).toBe(code)
})
