import { expect, it } from 'vitest'

import { describeExplanation } from '../../deck/explanation.ts'
import { findHeadmatterSlips } from '../../deck/headmatter-slips.ts'
import { writeDeck } from '../harness/decks.ts'

async function list(headmatter: string): Promise<string[]> {
  const deck = await writeDeck(`---\n${headmatter}\n---\n\n# One\n`, {
    'public/icon.png': '',
    'og.png': '',
    'my-theme/package.json': '{}',
  })
  return findHeadmatterSlips(deck).map(describeExplanation)
}

it.each([
  'colorSchema: dark\nrouterMode: hash',
  'favicon: /icon.png\nseoMeta:\n  ogImage: ./og.png',
  'favicon: https://lab.example/icon.png\nseoMeta:\n  ogImage: auto',
  'theme: ./my-theme',
  'theme: seriph',
  'title: A deck',
])('finds nothing in %j', async (headmatter) => {
  expect(await list(headmatter)).toEqual([])
})

it.each([
  ['colorSchema: darkk', 'slides.md:2: "colorSchema" is "darkk", which Slidev does not know. '],
  ['title: A\nrouterMode: hashed', 'slides.md:3: "routerMode" is "hashed", which Slidev does not'],
  ['favicon: /none.png', 'slides.md:2: the image "/none.png" of "favicon" does not exist. '],
  ['seoMeta:\n  ogImage: /none.png', 'slides.md:3: the image "/none.png" of "ogImage" does not'],
  ['theme: ./none', 'slides.md:2: the theme "./none" does not exist, and the slides have none. '],
])('names the line of %j', async (headmatter, message) => {
  expect(await list(headmatter)).toEqual([expect.stringContaining(message)])
})
