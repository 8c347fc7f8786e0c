import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readDeck } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { loadFixture } from '../addons/slidev-addon-lectern/tests/harness/deck-source.ts'
import {
  observeLayout,
  goNext,
  openDeck,
  slideOf,
} from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import {
  buildFolder,
  copyProject,
} from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { drawImage } from '../addons/slidev-addon-lectern/tests/harness/test-images.ts'
import { PLACES } from './image-places.ts'

/** Shapes that replace the author's images: width and height in px. */
const SHAPES = { square: [3000, 3000], tall: [800, 4000], wide: [4000, 800] } as const

/** The images of {@link PLACES}. */
const SIZES = { huge: [3000, 2400], broad: [4000, 700], small: [120, 80] } as const

const HEADMATTER = `---
layout: default
addons: [slidev-addon-addon]
---
`

/** Address of one of the author's images, in Markdown or HTML. */
const ADDRESS_RE = /(?<=["(])\/[\w-]+\.png(?=[")])/g

/** Matches findings that are expected here: large images have less than half of their natural size, small ones their own. */
const EXPECTED_RE = /is squeezed to|so it is blurred/

/** Smallest length of the larger side of an image that is recognizable, in CSS px. */
const LEAST_PX = 100

/** A slide with images, as measured. */
interface SeenSlide {
  slide: string
  title: string
  observations: string[]
  /** The larger side of each image, in CSS px. */
  sizes: number[]
  /** Left, top, right and bottom edge of each image, in CSS px. */
  boxes: number[][]
}

let project: TemporaryFolder
let deck: Deck
const seen: SeenSlide[] = []

beforeAll(async () => {
  project = copyProject('seed')
  for (const [name, [width, height]] of Object.entries({ ...SHAPES, ...SIZES })) {
    writeFileSync(join(project.path, 'public', `${name}.png`), await drawImage(width, height))
  }
  const entry = join(project.path, 'slides.md')
  // One deck, because a build takes longer than inspecting its slides.
  const slides = [...(await replaceImages()), PLACES]
  writeFileSync(entry, `${HEADMATTER}\n${slides.join('\n---\n\n')}`)
  deck = await openDeck(await buildFolder(project))
  const page = await deck.open(1)
  for (const { number, title, contentLines } of (await readDeck(entry)).slides) {
    if (number > 1) {
      await goNext(page, number)
    }
    const [shown = ''] =
      contentLines
        .map(({ text }) => text)
        .join('\n')
        .match(ADDRESS_RE) ?? []
    const observations = await observeLayout(page, number)
    seen.push({
      slide: `${number} ${title} ${shown}`,
      title,
      observations: observations.filter((observation) => !EXPECTED_RE.test(observation)),
      sizes: await slideOf(page, number)
        .locator('img')
        .evaluateAll((images) =>
          images.map(({ clientWidth, clientHeight }) => Math.max(clientWidth, clientHeight)),
        ),
      boxes: await slideOf(page, number)
        .locator('img')
        .evaluateAll((images) =>
          images.map((image) => {
            const { left, top, right, bottom } = image.getBoundingClientRect()
            return [left, top, right, bottom].map(Math.round)
          }),
        ),
    })
  }
})

afterAll(async () => {
  await deck.close()
  project.remove()
})

/** Returns the author's slides with images, once for each shape. */
async function replaceImages(): Promise<string[]> {
  const { slides } = await loadFixture('seed')
  const contents = slides.map(({ contentLines }) => contentLines.map(({ text }) => text).join('\n'))
  const illustrated = contents.filter((content) => content.match(ADDRESS_RE))
  return Object.keys(SHAPES).flatMap((shape) =>
    illustrated.map((content) => content.replaceAll(ADDRESS_RE, `/${shape}.png`)),
  )
}

it('shrinks each image to the room left on its slide, whatever shape replaces it', () => {
  expect(seen.filter(({ observations }) => observations.length > 0)).toEqual([])
})

it('leaves each image large enough to be recognized', () => {
  expect(seen.filter(({ sizes }) => sizes.length === 0)).toEqual([])
  expect(seen.filter(({ sizes }) => Math.min(...sizes) < LEAST_PX)).toEqual([])
})

describe('the arrangement of the author', () => {
  /** Returns the edges of the images on a slide of {@link PLACES}. */
  function boxesOf(title: string): { left: number; top: number; width: number; height: number }[] {
    const boxes = seen.find((slide) => slide.title === title)?.boxes ?? []
    return boxes.map(([left = 0, top = 0, right = 0, bottom = 0]) => {
      return { left, top, width: right - left, height: bottom - top }
    })
  }

  it.each(['Columns by attribute', 'Small ones in a row'])('stays side by side: %s', (title) => {
    const [one, other] = boxesOf(title)
    expect(other?.top).toBe(one?.top)
    expect(other?.left).toBeGreaterThan((one?.left ?? 0) + (one?.width ?? 0))
  })

  it('stays a grid of two rows', () => {
    const [one, two, three, four] = boxesOf('Four in a grid')
    expect([two?.top, three?.left, four?.left]).toEqual([one?.top, one?.left, two?.left])
    expect(three?.top).toBeGreaterThan((one?.top ?? 0) + (one?.height ?? 0))
  })

  it('keeps small images small', () => {
    const boxes = [...boxesOf('Small'), ...boxesOf('Small ones in a row')]
    expect(boxes.map(({ width, height }) => [width, height])).toEqual(
      [1, 2, 3, 4].map(() => [120, 80]),
    )
  })

  it('keeps a crop, a float and a place', () => {
    // The slide is 976 px wide, with a padding of 54 px.
    expect(boxesOf('Cropped')[0]).toMatchObject({ width: 868, height: 694 })
    expect(boxesOf('Afloat')[0]).toMatchObject({ left: 976 - 54 - 120, width: 120 })
    expect(boxesOf('Placed')[0]).toMatchObject({ left: 976 - 40 - 384, top: 208, width: 384 })
  })
})
