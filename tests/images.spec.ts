import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { readDeck } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import { loadFixture } from '../addons/slidev-addon-lectern/tests/harness/deck-source.ts'
import {
  findLayoutFaults,
  goNext,
  openDeck,
  slideOf,
} from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import type { Deck } from '../addons/slidev-addon-lectern/tests/harness/deck.ts'
import { drawPicture } from '../addons/slidev-addon-lectern/tests/harness/pictures.ts'
import {
  buildFolder,
  copyProject,
} from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../addons/slidev-addon-lectern/tests/harness/project-copy.ts'
import { PLACES } from './image-places.ts'

/** Shapes that replace the author's pictures: width and height in px. */
const SHAPES = { square: [3000, 3000], tall: [800, 4000], wide: [4000, 800] } as const

/** The images of {@link PLACES}. */
const LARGE = { huge: [3000, 2400], broad: [4000, 700] } as const

const HEADMATTER = `---
layout: default
addons: [slidev-addon-addon]
---
`

/** Address of one of the author's pictures, in Markdown or HTML. */
const ADDRESS_RE = /(?<=["(])\/[\w-]+\.png(?=[")])/g

/** A picture that takes half of its natural size is the room's fault here, not the layout's. */
const SQUEEZED_RE = /is squeezed to/

/** The larger side of a picture that can still be made out, in CSS px. */
const LEAST_PX = 100

/** A slide with images, as it was seen. */
interface SeenSlide {
  slide: string
  faults: string[]
  /** The larger side of each image, in CSS px. */
  sizes: number[]
}

let project: TemporaryFolder
let deck: Deck
const seen: SeenSlide[] = []

beforeAll(async () => {
  project = copyProject('seed')
  for (const [name, [width, height]] of Object.entries({ ...SHAPES, ...LARGE })) {
    writeFileSync(join(project.path, 'public', `${name}.png`), await drawPicture(width, height))
  }
  const entry = join(project.path, 'slides.md')
  // All in one deck, because a build takes longer than a look at its slides.
  const slides = [...(await replacePictures()), PLACES]
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
    const faults = await findLayoutFaults(page, number)
    seen.push({
      slide: `${number} ${title} ${shown}`,
      faults: faults.filter((fault) => !SQUEEZED_RE.test(fault)),
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

/** The author's slides with pictures, once for each shape. */
async function replacePictures(): Promise<string[]> {
  const { slides } = await loadFixture('seed')
  const contents = slides.map(({ contentLines }) => contentLines.map(({ text }) => text).join('\n'))
  const illustrated = contents.filter((content) => content.match(ADDRESS_RE))
  return Object.keys(SHAPES).flatMap((shape) =>
    illustrated.map((content) => content.replaceAll(ADDRESS_RE, `/${shape}.png`)),
  )
}

it('shrinks each image to the room left on its slide, whatever shape replaces it', () => {
  expect(seen.filter(({ faults }) => faults.length > 0)).toEqual([])
})

it('leaves each image large enough to be made out', () => {
  expect(seen.filter(({ sizes }) => sizes.length === 0)).toEqual([])
  expect(seen.filter(({ sizes }) => Math.min(...sizes) < LEAST_PX)).toEqual([])
})
