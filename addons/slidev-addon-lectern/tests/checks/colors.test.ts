import { expect, it } from 'vitest'

import { dropEscapedMarkup } from '../../checks/colors.ts'
import { LOST_FOOTNOTE, RAW_MARKUP } from '../../page/checks/colors.ts'
import { writeDeck } from '../harness/decks.ts'

const TEXTS = { seen: 'seen', expected: 'expected', fix: 'fix' }

/** Returns the markup that is still reported of a slide that shows it. */
async function reportedOf(
  markdown: string,
  shown: string,
  kind = RAW_MARKUP,
): Promise<(string | undefined)[]> {
  const observation = { ...TEXTS, kind, hint: { alternatives: [shown] } }
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

it.each<[string, string, string[]]>([
  ['keeps a footnote', 'word.[^1]\n\n[^1]: note', ['[^1]']],
  ['drops a span that is none', '<span>^1</span>', []],
  ['drops a span beside what is escaped', String.raw`<span>^1</span> and \[^1]`, []],
])('%s', async (_what, markdown, reported) => {
  expect(await reportedOf(markdown, '[^1]', LOST_FOOTNOTE)).toEqual(reported)
})

it('keeps other observations, even where their text is escaped', async () => {
  const deck = await writeDeck(String.raw`\[x]{color=red}`)
  const other = { slide: 1, observation: { ...TEXTS, hint: { alternatives: ['[x]{color=red}'] } } }
  expect(dropEscapedMarkup(deck, [other])).toEqual([other])
})
