import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { ensureBrowser } from '../../addons/slidev-addon-lectern/browser/find-browser.ts'
import { copyProject, ROOT } from '../../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { describeImageDifference } from './image-difference.ts'
import { createFigureRenderer, listFigures, imagePath, imageRecord } from './renderer.ts'
import type { FigureRenderer } from './renderer.ts'

const KILOBYTE = 1000

/** Leaves out images that the author replaced or removed. */
const rendered = listFigures().filter((name) => imageRecord.originOf(name) === 'rendered')

describe('each rendered image', () => {
  let renderer: FigureRenderer

  beforeAll(async () => {
    renderer = await createFigureRenderer(ensureBrowser(console.log))
  })

  afterAll(async () => renderer.close())

  it.each(rendered)('%s shows what its source draws', async (name) => {
    const image = readFileSync(imagePath(name))
    const { png } = await renderer.render(name)
    expect(await describeImageDifference(name, image, png)).toBeUndefined()
  })

  it('takes at most 200 kB, and all of them 2.5 MB', () => {
    const sizes = rendered.map((name) => statSync(imagePath(name)).size)
    expect(sizes.filter((size) => size > 200 * KILOBYTE)).toEqual([])
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2500 * KILOBYTE)
  })
})

/** A figure with two characters that no bundled font has. */
const PLANTED = `<script setup lang="ts">
import FigureCard from '../parts/FigureCard.vue'
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

it('names figure, text and character where no bundled font has the character, and draws nothing', () => {
  const project = copyProject()
  onTestFinished(() => project.remove())
  for (const room of ['figures', 'addons']) {
    cpSync(join(ROOT, room), join(project.path, room), { recursive: true })
  }
  mkdirSync(join(project.path, 'figures/planted'))
  writeFileSync(join(project.path, 'figures/planted/planted.vue'), PLANTED)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx/esm', 'figures/render/run.ts', 'planted'],
    { cwd: project.path, encoding: 'utf8', env: { ...process.env, INIT_CWD: project.path } },
  )
  const printed = stdout + stderr
  expect(printed).toContain('figures/planted: no bundled font has "⟶" in "a ⟶ b".')
  expect(printed).toContain('figures/planted: no bundled font has "☛" in "☛ c".')
  expect(status).toBe(1)
  expect(existsSync(join(project.path, 'public/planted.png'))).toBe(false)
})
