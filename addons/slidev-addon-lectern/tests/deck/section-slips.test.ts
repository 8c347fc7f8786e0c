import { expect, it } from 'vitest'

import { describeExplanation } from '../../deck/explanation.ts'
import { findSectionSlips } from '../../deck/section-slips.ts'
import { writeDeck } from '../harness/decks.ts'

async function list(value: string): Promise<string[]> {
  const deck = await writeDeck(`# One\n\n---\nlayout: default\nsection: ${value}\n---\n\n# Two\n`)
  return findSectionSlips(deck).map(describeExplanation)
}

it.each(['Appendix', '"2026"', 'true', 'false'])('finds nothing in section: %s', async (value) => {
  expect(await list(value)).toEqual([])
})

it.each([
  ['2026', '2026'],
  ['', 'null'],
  ['[Appendix]', '["Appendix"]'],
])('names the line of section: %s', async (value, shown) => {
  expect(await list(value)).toEqual([
    `slides.md:5: "section" is ${shown}, and begins no section. Expected the name of the section, ` +
      'true or false. Write "section: Appendix", with quotation marks around a number, or remove the line.',
  ])
})

it('finds nothing in a slide without frontmatter', async () => {
  expect(findSectionSlips(await writeDeck('# One\n'))).toEqual([])
})
