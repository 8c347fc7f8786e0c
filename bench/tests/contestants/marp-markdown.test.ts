import { describe, expect, it } from 'vitest'

import { writeDeck } from '../../../addons/slidev-addon-lectern/tests/harness/decks.ts'
import { toMarpMarkdown } from '../../contestants/marp-markdown.ts'

/** Converts a deck for Marp. */
async function convert(markdown: string): Promise<string> {
  return toMarpMarkdown((await writeDeck(markdown)).slides)
}

describe('the deck for Marp', () => {
  it('has the slides without headmatter and frontmatter, their notes at the end', async () => {
    const deck =
      '---\ntitle: A talk\n---\n\n# First\n<br />\n\n---\nlayout: cover\n---\n\n# Second\n\n<!--\nSay this.\n-->\n'
    expect(await convert(deck)).toBe('# First\n<br />\n\n---\n\n# Second\n\n<!--\nSay this.\n-->\n')
  })

  it.each([
    ['a [red]{color=red} word', 'a <span style="color: red">red</span> word'],
    ['[(2)]{color=gray500}', '<span style="color: gray">(2)</span>'],
    ['[a link](https://example.org)', '[a link](https://example.org)'],
    ['![a plot](/plot.png)', '![a plot](plot.png)'],
    ['![a plot](./plot.png)', '![a plot](./plot.png)'],
    [
      '![a "plot"](/p.png){width=70%}',
      '<img src="p.png" alt="a &quot;plot&quot;" style="width: 70%">',
    ],
    ['<img src="/plot.png" alt="a plot" />', '<img src="plot.png" alt="a plot" />'],
    ['<img src="//cdn.example/plot.png" />', '<img src="//cdn.example/plot.png" />'],
    ['before <SlideCurrentNo class="absolute" /> after', 'before  after'],
  ])('turns %s into %s', async (typed, written) => {
    expect(await convert(`# First\n\n${typed}\n`)).toBe(`# First\n\n${written}\n`)
  })

  it('leaves code as it is', async () => {
    const code = '```md\n[red]{color=red} <SlideCurrentNo />\n```'
    expect(await convert(`# First\n\n${code}\n\n[red]{color=red}\n`)).toBe(
      `# First\n\n${code}\n\n<span style="color: red">red</span>\n`,
    )
  })
})
