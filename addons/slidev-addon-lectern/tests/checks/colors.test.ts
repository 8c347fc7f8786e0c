import { expect, it } from 'vitest'

import { dropEscapedMarkup } from '../../checks/colors.ts'
import { RAW_MARKUP } from '../../page/checks/colors.ts'
import { writeDeck } from '../harness/decks.ts'

const TEXTS = { seen: 'seen', expected: 'expected', fix: 'fix' }

/** Returns the markup that is still reported of a slide that shows it. */
async function reportedOf(markdown: string, shown: string): Promise<(string | undefined)[]> {
  const observation = { ...TEXTS, kind: RAW_MARKUP, hint: { alternatives: [shown] } }
  const deck = await writeDeck(`# One\n\n---\n\n${markdown}\n`)
  return dropEscapedMarkup(deck, [{ slide: 2, observation }]).map(
    (each) => each.observation.hint.alternatives?.[0],
  )
}

it.each([
  [String.raw`\[x]{color=red}`, '[x]{color=red}'],
  [String.raw`\[x\]{color=red}`, '[x]{color=red}'],
  [String.raw`[x]\{color=red\}`, '[x]{color=red}'],
  [String.raw`[x]\<color=red>`, '[x]<color=red>'],
  [String.raw`![a](/a.png)\{width=40%}`, '{width=40%}'],
  [String.raw`\[x]{color=red} and \[x]{color=red}`, '[x]{color=red}'],
])('drops markup that is escaped: %s', async (markdown, shown) => {
  expect(await reportedOf(markdown, shown)).toEqual([])
})

it.each([
  ['[x]{color=red}', '[x]{color=red}'],
  [String.raw`\[x]{color=red} and [x]{color=red}`, '[x]{color=red}'],
  ['[**x**]{color=red}', '[x]{color=red}'],
  [String.raw`\[y]{color=red} and [**x**]{color=red}`, '[x]{color=red}'],
])('keeps other markup: %s', async (markdown, shown) => {
  expect(await reportedOf(markdown, shown)).toEqual([shown])
})

it('keeps other observations, even where their text is escaped', async () => {
  const deck = await writeDeck(String.raw`\[x]{color=red}`)
  const other = { slide: 1, observation: { ...TEXTS, hint: { alternatives: ['[x]{color=red}'] } } }
  expect(dropEscapedMarkup(deck, [other])).toEqual([other])
})
