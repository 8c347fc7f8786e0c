import { expect, it } from 'vitest'

import { writeDeck, writeSlide } from '../../../addons/slidev-addon-lectern/tests/harness/decks.ts'
import { readFirstHeading, readHeading } from '../../page/heading.ts'

it.each([
  ['# Scaling **laws**\n\n## Later', 'Scaling laws'],
  ['text\n\n## Second level ##\n', 'Second level'],
  ['```sh\n# a comment\n```\n\n# Heading\n', 'Heading'],
  ['### Third level\n', undefined],
  ['text\n', undefined],
])('reads the heading of %j', async (markdown, heading) => {
  expect(readHeading(await writeSlide(markdown))).toBe(heading)
})

it('reads the first slide’s own heading, not the deck’s title', async () => {
  const deck = await writeDeck('---\ntitle: A talk\n---\n\n# Welcome\n')
  expect(readFirstHeading(deck)).toBe('Welcome')
})

it('reports a first slide without a heading', async () => {
  const deck = await writeDeck('---\ntitle: A talk\n---\n\ntext\n')
  expect(() => readFirstHeading(deck)).toThrow('slides.md has no heading on its first slide')
})
