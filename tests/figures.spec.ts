import { cpSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { findFigures } from '../addons/slidev-addon-lectern/deck/figure-places.ts'
import { openImageRecord } from '../addons/slidev-addon-lectern/figures/image-record.ts'
import { startLectern } from '../addons/slidev-addon-lectern/tests/harness/command-process.ts'
import { copyProject, ROOT } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'

const KILOBYTE = 1000

it('draws every figure as its image shows it, except those that the author replaced', async () => {
  const project = copyProject()
  onTestFinished(() => project.remove())
  for (const room of ['figures', 'public']) {
    cpSync(join(ROOT, room), join(project.path, room), { recursive: true })
  }
  const { code, output } = await startLectern(project.path, 'figures', '--check').end()
  const lines = output.trimEnd().split('\n')
  expect(lines.filter((line) => !/^\[\d+\/\d+\] \S+ (?:ok$|kept: )/.test(line))).toEqual([])
  expect(lines).toHaveLength(findFigures(ROOT).names.length)
  expect(code).toBe(0)
})

it('keeps each image at 200 kB at most, and all of them at 2.5 MB', () => {
  const places = findFigures(ROOT)
  const { originOf } = openImageRecord(places)
  const drawn = places.names.filter((name) => originOf(name) === 'drawn')
  const sizes = drawn.map((name) => statSync(places.imageOf(name)).size)
  expect(sizes.filter((size) => size > 200 * KILOBYTE)).toEqual([])
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2500 * KILOBYTE)
})
