import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-chromium'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'

import { findLayoutFaults, goNext, openDeck, slideOf } from './deck.ts'
import type { Deck } from './deck.ts'
import { buildDeck, copyProject } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

/** Slides with a figure, in order. */
const FIGURE_SLIDES = [
  7, 11, 14, 16, 18, 19, 20, 23, 24, 27, 28, 30, 31, 33, 34, 35, 36, 37, 38, 39, 40, 43,
]

/** An image in every place an author may put one, huge each time. */
const PLACES = `# Alone

![](/huge.png)

---

# Between paragraphs

Before it.

![](/huge.png){width=50%}

After it.

---

# Two in one paragraph

![](/huge.png)
![](/wide.png)

---

# Two paragraphs

![](/huge.png)

![](/wide.png)

---

# Linked

[![](/huge.png)](/2)

---

# In a list

- before
- ![](/huge.png)
- after

---

# In a table

| a | b |
|---|---|
| ![](/huge.png) | text |

---

# In a column

<div class="grid grid-cols-2 gap-4">
<div>

Text beside it.

</div>
<div>

![](/huge.png)

A caption.

</div>
</div>

---

# In a figure

<figure>
  <img src="/huge.png" alt="" />
  <figcaption>A caption</figcaption>
</figure>

---

# Centred

<div class="flex justify-center"><img src="/huge.png" class="w-9/10" alt="" /></div>

---

# In a quote

> ![](/huge.png)
>
> Quoted.

---
layout: two-cols
---

# In the left column

![](/huge.png)

A caption.

::right::

Text in the right one.

![](/wide.png)

---
layout: two-cols-header
---

# Under a header

::left::

![](/huge.png)

::right::

Text beside it.

::bottom::

A line below.

---
layout: center
---

# In the centre

![](/huge.png)

---
layout: cover
---

# On a cover

![](/huge.png)

A line below.
`

const decks: { deck: Deck; project: TemporaryFolder }[] = []

afterAll(async () => {
  for (const { deck, project } of decks) {
    await deck.close()
    project.remove()
  }
})

describe('an image shrinks to the room left on its slide', () => {
  it.each([
    ['square', 3000, 3000],
    ['tall', 800, 4000],
    ['wide', 4000, 800],
  ])('when the author overwrites every figure with a %s picture', async (_name, width, height) => {
    const deck = await openWith(async (folder) => {
      const picture = await drawPicture(width, height)
      const pictures = readdirSync(join(folder, 'public')).filter((file) => file.endsWith('.png'))
      for (const file of pictures) {
        writeFileSync(join(folder, 'public', file), picture)
      }
    })
    const page = await deck.open(FIGURE_SLIDES[0] ?? 1)
    for (const number of FIGURE_SLIDES) {
      await page.goto(`${deck.url}${number}`)
      const slide = slideOf(page, number)
      await slide.locator('img').first().waitFor()
      await page.evaluate(async () =>
        Promise.all(Array.from(document.images, async (i) => i.decode())),
      )
      expect({ number, ...(await findImageFaults(page, number)) }).toEqual({ number, ...NO_FAULTS })
    }
  })

  it('wherever it stands in the Markdown', async () => {
    const deck = await openWith(async (folder) => {
      writeFileSync(join(folder, 'public/huge.png'), await drawPicture(3000, 2400))
      writeFileSync(join(folder, 'public/wide.png'), await drawPicture(4000, 700))
      writeFileSync(
        join(folder, 'slides.md'),
        `---\nlayout: default\naddons: [slidev-addon-addon]\n---\n\n${PLACES}`,
      )
    })
    const page = await deck.open(1)
    const count = PLACES.match(/^# /gm)?.length ?? 0
    for (let number = 1; number <= count; number += 1) {
      if (number > 1) {
        await goNext(page, number)
      }
      expect({ number, ...(await findImageFaults(page, number)) }).toEqual({ number, ...NO_FAULTS })
    }
  })
})

/** A picture that takes half of its natural size is the room's fault here, not the layout's. */
const SQUEEZED_RE = /is squeezed to/

/** The larger side of a picture that can still be made out, in CSS px. */
const LEAST_PX = 100

const NO_FAULTS = { faults: [], tiny: [] }

/** What is wrong with a slide's layout, and the sizes of pictures that are too small. */
async function findImageFaults(
  page: Page,
  number: number,
): Promise<{ faults: string[]; tiny: number[] }> {
  const faults = await findLayoutFaults(page, number)
  const sizes = await slideOf(page, number)
    .locator('img')
    .evaluateAll((images) =>
      images.map((image) => {
        const { width, height } = image.getBoundingClientRect()
        return Math.max(width, height)
      }),
    )
  return {
    faults: faults.filter((fault) => !SQUEEZED_RE.test(fault)),
    tiny: sizes.filter((size) => size < LEAST_PX),
  }
}

/** A built copy of the project that was changed first. */
async function openWith(change: (folder: string) => Promise<void>): Promise<Deck> {
  const project = copyProject()
  await change(project.path)
  const deck = await openDeck(await buildDeck(project))
  decks.push({ deck, project })
  return deck
}

async function drawPicture(width: number, height: number): Promise<Buffer> {
  const background = '#0b6e9e'
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}
