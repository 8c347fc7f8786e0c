import { describe, expect, it } from 'vitest'

import { judgeEmptyTexts } from '../../../checks/images/empty-texts.ts'
import { EMPTY_TEXT, EMPTY_TEXT_OF_LARGE } from '../../../page/checks/images/alternative-text.ts'
import type { Observation } from '../../../page/observation.ts'
import { writeDeck } from '../../harness/decks.ts'

/** Judges an image that the page shows with `alt=""`. */
async function judge(
  markdown: string,
  part: Partial<Observation> = {},
): Promise<(Observation['severity'] | 'dropped')[]> {
  const observation: Observation = {
    hint: { reference: '/assets/chart-B2xk_9Az.png', nth: 0 },
    seen: 'chart.png has no alternative text',
    expected: 'a text',
    fix: 'Write one.',
    severity: 'hint',
    kind: EMPTY_TEXT,
    ...part,
  }
  const judged = judgeEmptyTexts(await writeDeck(markdown), [{ slide: 1, observation }])
  return judged.length === 0 ? ['dropped'] : judged.map((each) => each.observation.severity)
}

describe('an image with an empty alternative text', () => {
  it.each([
    ['in Markdown is one that nobody wrote', '# One\n\n![](/chart.png)\n', 'warning'],
    ['in Markdown, with a blank, too', '# One\n\n![ ](/chart.png){width=40%}\n', 'warning'],
    ['in HTML is decoration', '# One\n\n<img src="/chart.png" alt="">\n', 'dropped'],
    ['of a component is decoration', '# One\n\n<Portrait />\n', 'dropped'],
  ])('%s', async (_what, markdown, expected) => {
    expect(await judge(markdown)).toEqual([expected])
  })

  it('remains a hint if it is large', async () => {
    const markdown = '# One\n\n<img src="/chart.png" alt="">\n'
    expect(await judge(markdown, { kind: EMPTY_TEXT_OF_LARGE })).toEqual(['hint'])
  })

  it('is the second of two images, as the source has them', async () => {
    const markdown = '# One\n\n![a chart](/chart.png)\n\n![](/chart.png)\n'
    const second = { hint: { reference: '/chart.png', nth: 1 } }
    expect(await judge(markdown, second)).toEqual(['warning'])
  })
})

it('leaves other observations alone', async () => {
  const observation: Observation = { hint: {}, seen: 'a', expected: 'b', fix: 'c', kind: 'other' }
  const given = [{ slide: 1, observation }]
  expect(judgeEmptyTexts(await writeDeck('# One\n'), given)).toEqual(given)
})
