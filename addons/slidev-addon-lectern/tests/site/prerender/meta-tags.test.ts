import { describe, expect, it } from 'vitest'

import type { CapturedSlide } from '../../../client/prerendered/capture-slide.ts'
import { describeSlide } from '../../../site/prerender/meta-tags.ts'
import { writeDeck } from '../../harness/decks.ts'

const SHELL = '<head><title>A talk</title></head>'

const DECK = `---
title: A talk
---

# A talk

---
routeAlias: results
---

# Results

---

![](/figure.png)
`

function capture(slide: number, text: string): CapturedSlide {
  const nothing = { html: '', uses: [], stacks: [], matched: [], styles: [], bodyStyle: '' }
  return { slide, text, ...nothing }
}

describe('describeSlide', () => {
  it('names a slide by its number and by its alias', async () => {
    const deck = await writeDeck(DECK)

    expect(describeSlide(deck, capture(2, ''), { shell: SHELL })).toMatchObject({
      slide: 2,
      total: 3,
      names: ['2', 'results'],
    })
    expect(describeSlide(deck, capture(3, ''), { shell: SHELL }).names).toEqual(['3'])
  })

  it.each([
    [1, 'A talk'],
    [2, 'Results · A talk'],
    [3, 'Slide 3 · A talk'],
  ])('gives slide %i the title "%s"', async (slide, title) => {
    const deck = await writeDeck(DECK)

    expect(describeSlide(deck, capture(slide, ''), { shell: SHELL }).title).toBe(title)
  })

  it('describes a slide by its own text, without its title, cut between words', async () => {
    const deck = await writeDeck(DECK)
    const long = 'Nineteen characters '.repeat(20)

    const short = describeSlide(deck, capture(2, 'Results 88 %'), { shell: SHELL }).description
    const { description = '' } = describeSlide(deck, capture(2, long), { shell: SHELL })

    expect(short).toBe('88 %')
    expect(description).toMatch(/(?:Nineteen|characters) …$/)
    expect(description.length).toBeLessThanOrEqual(202)
  })

  it('leaves the first slide the description that the deck has', async () => {
    const deck = await writeDeck(DECK)
    const described = `${SHELL}<meta name="description" content="A paper talk">`

    const first = describeSlide(deck, capture(1, 'Text'), { shell: described })
    const second = describeSlide(deck, capture(2, 'Text'), { shell: described })

    expect(first.description).toBeUndefined()
    expect(second.description).toBe('Text')
  })

  it('says where a slide is published, the first one at the address of the site', async () => {
    const deck = await writeDeck(DECK)
    const site = { shell: SHELL, url: 'https://lab.example/talk/' }

    expect(describeSlide(deck, capture(1, ''), site).url).toBe('https://lab.example/talk/')
    expect(describeSlide(deck, capture(2, ''), site).url).toBe('https://lab.example/talk/2')
    expect(describeSlide(deck, capture(2, ''), { shell: SHELL }).url).toBeUndefined()
  })
})
