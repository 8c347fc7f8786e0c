import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'
import type { Plugin } from 'vite'
import { expect, it } from 'vitest'

import { ownSlideNumber } from '../../vite/slide-number.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const BUILTIN = join(ROOT, 'node_modules/@slidev/client/builtin/SlideCurrentNo.vue')
const OWN = join(ROOT, 'addons/slidev-addon-addon/components/SlideCurrentNo.vue')

it('renders the addon’s number where Slidev’s own component was chosen', async () => {
  expect(existsSync(BUILTIN)).toBe(true)
  expect(await listModules(BUILTIN)).toContain(OWN)
})

it('leaves Slidev’s other components alone', async () => {
  const total = BUILTIN.replace('SlideCurrentNo', 'SlidesTotal')
  expect(await listModules(total)).toEqual(['\0entry', total])
})

/** Lists the modules of a build whose entry imports one component, without compiling components. */
async function listModules(component: string): Promise<string[]> {
  const modules: string[] = []
  const bundle: Plugin = {
    name: 'bundle',
    resolveId: (id) => (id === 'entry' ? '\0entry' : null),
    load: (id) => {
      modules.push(id)
      return id === '\0entry' ? `import '${component}'` : 'export default {}'
    },
  }
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [ownSlideNumber, bundle],
    build: { write: false, rollupOptions: { input: 'entry' } },
  })
  return modules
}
