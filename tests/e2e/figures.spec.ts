import { readFileSync, statSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser } from '../../tools/browser.ts'
import { describeDifference } from '../../tools/figure-difference.ts'
import { createFigureRenderer, listFigures, picturePath } from '../../tools/figure-renderer.ts'
import type { FigureRenderer } from '../../tools/figure-renderer.ts'

const KILOBYTE = 1000

let renderer: FigureRenderer

beforeAll(async () => {
  renderer = await createFigureRenderer(ensureBrowser(console.log))
})

afterAll(async () => renderer.close())

describe('each of the 22 committed pictures', () => {
  it.each(listFigures())('%s shows what its source draws', async (name) => {
    const picture = readFileSync(picturePath(name))
    expect(await describeDifference(name, picture, await renderer.render(name))).toBeUndefined()
  })
})

it('keeps every picture under 200 kB and all of them under 2.5 MB', () => {
  const sizes = listFigures().map((name) => statSync(picturePath(name)).size)
  expect(sizes).toHaveLength(22)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200 * KILOBYTE)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2500 * KILOBYTE)
})
