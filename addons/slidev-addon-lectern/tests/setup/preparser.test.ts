import { join } from 'node:path'

import { parse } from '@slidev/parser/core'
import { expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '../../deck/default-settings.ts'
import setup from '../../setup/preparser.ts'
import { writeFolder } from '../harness/decks.ts'

/** Returns the frontmatter of each slide of a deck, loaded as Slidev loads one. */
async function loadFrontmatter(markdown: string): Promise<Record<string, unknown>[]> {
  const filepath = join(writeFolder({ 'slides.md': markdown }), 'slides.md')
  const extensions = await setup({ headmatter: {}, filepath })
  const { slides } = await parse(markdown, filepath, extensions)
  return slides.map((slide) => slide.frontmatter)
}

it('fills in the settings of the first slide, and changes nothing else of the deck', async () => {
  expect(await loadFrontmatter('# One\n\n---\n\n# Two\n')).toEqual([
    { lectern: DEFAULT_SETTINGS, preloadImages: false },
    {},
  ])
})

it('reads a headmatter behind a byte order mark', async () => {
  const [headmatter] = await loadFrontmatter('\uFEFF---\ntitle: A talk\n---\n\n# One\n')
  expect(headmatter).toMatchObject({ title: 'A talk' })
})

it.each([true, false])('keeps the author’s preloadImages: %s', async (preloadImages) => {
  const [headmatter] = await loadFrontmatter(`---\npreloadImages: ${preloadImages}\n---\n\n# One\n`)
  expect(headmatter).toMatchObject({ preloadImages })
})

it('refuses a setting that is not understood, with its line', async () => {
  const deck = '---\ntitle: A talk\nlectern:\n  section: [cover]\n---\n\n# One\n'
  await expect(loadFrontmatter(deck)).rejects.toThrow(
    'slides.md:4: "lectern" has no setting "section". Did you mean sections?',
  )
})
