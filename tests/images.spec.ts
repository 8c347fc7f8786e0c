import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

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
const LARGE = { huge: [3000, 2400], broad: [4000, 700] } as const

const HEADMATTER = `---
layout: default
addons: [slidev-addon-addon]
---
`

/** Address of one of the author's images, in Markdown or HTML. */
const ADDRESS_RE = /(?<=["(])\/[\w-]+\.png(?=[")])/g

/** Matches a finding that is expected here: these images have less than half of their natural size. */
const SQUEEZED_RE = /is squeezed to/

/** Smallest length of the larger side of an image that is recognizable, in CSS px. */
const LEAST_PX = 100

/** A slide with images, as measured. */
interface SeenSlide {
  slide: string
  observations: string[]
  /** The larger side of each image, in CSS px. */
  sizes: number[]
}

let project: TemporaryFolder
let deck: Deck
const seen: SeenSlide[] = []

beforeAll(async () => {
  project = copyProject('seed')
  for (const [name, [width, height]] of Object.entries({ ...SHAPES, ...LARGE })) {
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
      observations: observations.filter((observation) => !SQUEEZED_RE.test(observation)),
      sizes: await slideOf(page, number)
        .locator('img')
        .evaluateAll((images) =>
          images.map(({ clientWidth, clientHeight }) => Math.max(clientWidth, clientHeight)),
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
