import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { ensureBrowser } from '../../addons/slidev-addon-lectern/browser/find-browser.ts'
import { copyProject, ROOT } from '../../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { describeDifference } from './difference.ts'
import { createFigureRenderer, listFigures, picturePath, pictureRecord } from './renderer.ts'
import type { FigureRenderer } from './renderer.ts'

const KILOBYTE = 1000

/** The author may have put another picture in the place of any figure, and removed one that is not used. */
const rendered = listFigures().filter((name) => pictureRecord.originOf(name) === 'rendered')

describe('each picture that was rendered', () => {
  let renderer: FigureRenderer

  beforeAll(async () => {
    renderer = await createFigureRenderer(ensureBrowser(console.log))
  })

  afterAll(async () => renderer.close())

  it.each(rendered)('%s shows what its source draws', async (name) => {
    const picture = readFileSync(picturePath(name))
    expect(await describeDifference(name, picture, await renderer.render(name))).toBeUndefined()
  })

  it('takes at most 200 kB, and all of them 2.5 MB', () => {
    const sizes = rendered.map((name) => statSync(picturePath(name)).size)
    expect(sizes.filter((size) => size > 200 * KILOBYTE)).toEqual([])
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2500 * KILOBYTE)
  })
})

/** A figure with a text in which two characters come from whatever font the machine has. */
const PLANTED = `<script setup lang="ts">
import FigureCard from './parts/FigureCard.vue'
</script>

<template>
  <FigureCard :width="300" :height="100" credit="none">
    <p class="planted">a ⟶ b</p>
  </FigureCard>
</template>

<style scoped>
.planted::after {
  content: ' ☛ c';
}
</style>
`

it('names figure, text and character where no bundled font has one, and draws nothing', () => {
  const project = copyProject()
  onTestFinished(() => project.remove())
  for (const room of ['figures', 'scripts']) {
    cpSync(join(ROOT, room), join(project.path, room), { recursive: true })
  }
  writeFileSync(join(project.path, 'figures/planted.vue'), PLANTED)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx/esm', 'scripts/figures.ts', 'planted'],
    { cwd: project.path, encoding: 'utf8', env: { ...process.env, INIT_CWD: project.path } },
  )
  const printed = stdout + stderr
  expect(printed).toContain('figures/planted.vue: "⟶" in "a ⟶ b" is in no bundled font.')
  expect(printed).toContain('figures/planted.vue: "☛" in "☛ c" is in no bundled font.')
  expect(status).toBe(1)
  expect(existsSync(join(project.path, 'public/planted.png'))).toBe(false)
})
