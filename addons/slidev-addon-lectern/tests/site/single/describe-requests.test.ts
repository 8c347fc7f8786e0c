import { expect, it } from 'vitest'

import { listProblems } from '../../../print/print-problem.ts'
import { describeRequests } from '../../../site/single/describe-requests.ts'
import { writeDeck } from '../../harness/decks.ts'

const DECK = `---
title: Talk
fonts:
  sans: Lato
---

# One

---

# Two

![A lake](https://lab.example/lake.png)

<Chart :src="base + 'chart-' + name + '.svg'" />

<iframe src="https://wiki.example/page" />

<img src="./near.png">
`

/** Returns the lines about requests, as \`lectern build\` prints them. */
async function describe(
  ...urls: [url: string, slide: number, isPage?: boolean][]
): Promise<string[]> {
  const deck = await writeDeck(DECK)
  const requests = urls.map(([url, slide, isPage = false]) => ({ url, slide, isPage }))
  return listProblems(describeRequests(deck, requests, '/base/', '/tmp/talk'))
}

it('names the line of a file of another host, once', async () => {
  const url = 'https://lab.example/lake.png'
  expect(
    (await describe([url, 2], [url, 2])).map((line) => line.replace(/^.*(slides\.md)/, '$1')),
  ).toEqual([
    'slides.md:13, slide 2: https://lab.example/lake.png is fetched from elsewhere, and missing without a network. ' +
      'Save the image in public/ and write its path: `![what it shows](/image.png)`.',
  ])
})

it('names the fonts in the headmatter', async () => {
  const [line] = await describe(['https://fonts.googleapis.com/css2?family=Lato', 0])
  expect(line).toContain('slides.md:3: https://fonts.googleapis.com/')
  expect(line).toContain('Set `fonts: { provider: none }`')
})

it('tells a page that a slide embeds', async () => {
  const [line] = await describe(['https://wiki.example/page', 2, true])
  expect(line).toContain(
    'slides.md:17, slide 2: https://wiki.example/page is fetched from elsewhere',
  )
  expect(line).toContain('show an image of the page and link to it')
})

it('names the slide that was shown where an address is made in the browser', async () => {
  const [line] = await describe(['file:///base/chart-x.svg', 2])
  expect(line).toContain('slides.md:11, slide 2: "/chart-x.svg" is not in the file')
  expect(line).toContain('import.meta.env.BASE_URL + "image.png"')
})

it('names a file beside the talk’s file as it is typed', async () => {
  const [line] = await describe(['file:///tmp/talk/near.png', 2])
  expect(line).toContain('slides.md:19, slide 2: "near.png" is not in the file')
})
