import { describe, expect, it } from 'vitest'

import type { Explanation } from '../../deck/explanation.ts'
import { findMissingImages } from '../../deck/missing-images.ts'
import { writeDeck } from '../harness/decks.ts'

/** Files of the deck. */
const FILES = {
  'public/there.png': '',
  'public/a chart.png': '',
  'assets/beside.svg': '',
  'part/near.png': '',
}

async function inspect(markdown: string, more = ''): Promise<Explanation[]> {
  const deck = await writeDeck(markdown, { ...FILES, 'part/more.md': more })
  return findMissingImages(deck)
}

describe('an image that exists', () => {
  it.each([
    ['in public/', '![x](/there.png)'],
    ['in public/, as a tag', '<img src="/there.png" alt="x">'],
    ['with an attribute', '![x](/there.png){width=70%}'],
    ['with a title', '![x](/there.png "A title")'],
    ['with a query', '![x](/there.png?v=2#top)'],
    ['with a space in its name', '![x](/a%20chart.png)'],
    ['beside the deck', '![x](./assets/beside.svg)'],
    ['beside the deck, from its root', '![x](/assets/beside.svg)'],
  ])('is no finding: %s', async (_where, markdown) => {
    expect(await inspect(markdown)).toEqual([])
  })

  it('is no finding beside the file of an imported slide', async () => {
    expect(await inspect('---\nsrc: ./part/more.md\n---\n', '![x](./near.png)\n')).toEqual([])
  })
})

describe('a source that is not a file of the deck', () => {
  it.each([
    ['an address', '![x](https://example.com/x.png)'],
    ['an address without a scheme', '![x](//example.com/x.png)'],
    ['an image within the page', '![x](data:image/png;base64,AAAA)'],
    ['an expression', '<img :src="picture">'],
    ['an interpolation', '<img src="/{{ name }}.png">'],
    ['code', '```md\n![x](/none.png)\n```'],
    ['a link', '[x](/none.png)'],
    ['a background’s color', '---\nbackground: "#fff"\n---\n\n# One'],
    ['a note', '# One\n\n<!-- ![x](/none.png) -->'],
  ])('is no finding: %s', async (_what, markdown) => {
    expect(await inspect(markdown)).toEqual([])
  })
})

describe('a missing image', () => {
  it('is reported with its line and the path to put it at', async () => {
    expect(await inspect('# One\n\n---\n\n# Two\n\n![x](/none.png)\n')).toEqual([
      {
        check: 'images',
        slide: 2,
        file: 'slides.md',
        line: 7,
        seen: 'the image "/none.png" does not exist',
        expected: 'the image as public/none.png',
        fix: 'Correct the path, or put the file there.',
      },
    ])
  })

  it.each([
    ['as a tag', '# One\n\n<img src="/none.png" alt="x">', '/none.png', 3],
    ['as a bound attribute', `# One\n\n<img :src="'/none.png'">`, '/none.png', 3],
    ['as a slide’s background', '---\nbackground: /none.png\n---\n\n# One', '/none.png', 2],
    ['as a layout’s image', '---\nlayout: image\nimage: /none.png\n---\n', '/none.png', 3],
    ['in a style', '# One\n\n<p style="background: url(/none.png)">x</p>', '/none.png', 3],
    ['with a name that cannot be decoded', '# One\n\n![x](/100%.png)', '/100%.png', 3],
  ])('is reported %s', async (_how, markdown, path, line) => {
    expect(await inspect(markdown)).toMatchObject([
      { slide: 1, line, seen: `the image "${path}" does not exist` },
    ])
  })

  it('is reported in the file of an imported slide', async () => {
    const findings = await inspect('---\nsrc: ./part/more.md\n---\n', '# More\n\n![x](./far.png)\n')
    expect(findings).toMatchObject([
      { file: 'part/more.md', line: 3, expected: 'the image beside part/more.md' },
    ])
  })

  it('is reported once per slide', async () => {
    const twice = '![x](/none.png)\n\n![y](/none.png)'
    expect(await inspect(`${twice}\n\n---\n\n${twice}`)).toMatchObject([
      { slide: 1, line: 1 },
      { slide: 2, line: 7 },
    ])
  })
})
