import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'

import { findFigures } from '../../deck/figure-places.ts'
import { drawFigures } from '../../figures/draw-figures.ts'
import type { FigureOrder } from '../../figures/draw-figures.ts'
import { openImageRecord } from '../../figures/image-record.ts'
import { writeFolder } from '../harness/decks.ts'

const ALL: FigureOrder = {
  names: ['size', 'code'],
  isNamed: false,
  isCheck: false,
  isStrict: false,
}
const CHECK: FigureOrder = { ...ALL, isCheck: true }

let white: Buffer
let black: Buffer
let photo: Buffer

beforeAll(async () => {
  const draw = async (background: string, width: number): Promise<Buffer> =>
    sharp({ create: { width, height: 10, channels: 3, background } })
      .png()
      .toBuffer()
  white = await draw('white', 20)
  black = await draw('black', 20)
  photo = await draw('green', 30)
})

/** Creates a deck without images. */
function createDeck(): {
  draw: (
    order: FigureOrder,
    png?: Buffer,
    steps?: number,
  ) => Promise<[failures: number, printed: string[]]>
  pathOf: (name: string) => string
} {
  const folder = writeFolder({})
  const places = findFigures(folder)
  return {
    pathOf: places.imageOf,
    draw: async (order, png = white, steps = 0) => {
      const printed: string[] = []
      const failures = await drawFigures(order, {
        record: openImageRecord(places),
        imageOf: places.imageOf,
        draw: async (name) => {
          if (name === 'broken') {
            throw new Error('figures/broken: text is cut')
          }
          const warnings = name === 'pale' ? ['figures/pale: a font is not bundled'] : []
          return { png, steps, warnings }
        },
        describePath: (path) => path.slice(folder.length + 1),
        callFor: (name) => `lectern figures ${name}`,
        print: (line) => void printed.push(line),
      })
      return [failures, printed]
    },
  }
}

it('draws the figures one after the other, and compares them with their images', async () => {
  const { draw, pathOf } = createDeck()
  expect(await draw(ALL)).toEqual([0, ['[1/2] size ok', '[2/2] code ok']])
  expect(readFileSync(pathOf('code'))).toEqual(white)
  expect(await draw(CHECK)).toEqual([0, ['[1/2] size ok', '[2/2] code ok']])
  const [failures, printed] = await draw(CHECK, black)
  expect(failures).toBe(2)
  expect(printed[0]).toMatch(/size .* differs from .* "lectern figures size"/)
  expect(readFileSync(pathOf('code'))).toEqual(white)
})

it('notices that a figure comes in other steps than recorded', async () => {
  const { draw } = createDeck()
  const order = { names: ['size'], isNamed: true, isCheck: false, isStrict: false }
  await draw(order, white, 3)
  const check = { ...order, isCheck: true }
  expect(await draw(check, white, 3)).toEqual([0, ['[1/1] size ok']])
  expect(await draw(check, white, 2)).toEqual([
    1,
    [
      '[1/1] size public/size.png is recorded with 3 steps, and the figure has 2. Run "lectern figures size".',
    ],
  ])
})

it('keeps an image of the author’s own, unless its figure is named', async () => {
  const { draw, pathOf } = createDeck()
  await draw(ALL)
  writeFileSync(pathOf('size'), photo)
  const kept =
    '[1/2] size kept: public/size.png is an image of your own; "lectern figures size" replaces it'
  expect(await draw(ALL)).toEqual([0, [kept, '[2/2] code ok']])
  expect(await draw(CHECK)).toEqual([0, [kept, '[2/2] code ok']])
  const named = { names: ['size'], isNamed: true, isCheck: false, isStrict: false }
  expect(await draw({ ...named, isCheck: true })).toEqual([0, [kept.replace('1/2', '1/1')]])
  expect(readFileSync(pathOf('size'))).toEqual(photo)
  expect(await draw(named)).toEqual([0, ['[1/1] size ok']])
  expect(readFileSync(pathOf('size'))).toEqual(white)
})

it('reports a missing image and a figure that cannot be drawn, and goes on', async () => {
  const { draw, pathOf } = createDeck()
  const names = ['broken', 'size']
  expect(await draw({ names, isNamed: true, isCheck: true, isStrict: false })).toEqual([
    2,
    [
      '[1/2] broken FAILED\nfigures/broken: text is cut',
      '[2/2] size public/size.png is missing. Run "lectern figures size".',
    ],
  ])
  expect(await draw({ names, isNamed: true, isCheck: false, isStrict: false })).toEqual([
    1,
    ['[1/2] broken FAILED\nfigures/broken: text is cut', '[2/2] size ok'],
  ])
  expect(existsSync(pathOf('broken'))).toBe(false)
})

it('draws a figure with a warning, unless that is to count', async () => {
  const { draw, pathOf } = createDeck()
  const order = { ...ALL, names: ['pale'] }
  const warning = 'figures/pale: a font is not bundled'
  expect(await draw({ ...order, isStrict: true })).toEqual([1, [`[1/1] pale FAILED\n${warning}`]])
  expect(existsSync(pathOf('pale'))).toBe(false)
  expect(await draw(order)).toEqual([0, [`[1/1] pale ok, but\n${warning}`]])
  expect(existsSync(pathOf('pale'))).toBe(true)
})
