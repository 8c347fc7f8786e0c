import { parse } from '@slidev/parser/core'
import { expect, it } from 'vitest'

import preparser from '../../setup/preparser.ts'

it.each([
  ['# [Pros]{color=green}', 'Pros'],
  [
    '# **Synthetic data generation: Execution feedback**',
    'Synthetic data generation: Execution feedback',
  ],
  ['# Plain', 'Plain'],
  ['---\ntitle: "[Pros]{color=green}"\n---\n\n# Other', 'Pros'],
  ['---\nname: "*Pros*"\n---\n\n# Other', 'Pros'],
  ['---\ntitle: ""\n---\n\n# *Heading*', 'Heading'],
  ['---\ntitle: 2024\n---\n\n# *Heading*', 2024],
  ['```md\n# [no]{color=red}\n```\n\n## [yes]{color=red}', 'yes'],
  ['no heading', undefined],
  ['# ![](/a.png)', '![](/a.png)'],
])('gives %j the title %j', async (markdown, title) => {
  expect((await parseDeck(markdown))[0]?.title).toBe(title)
})

it('changes neither a slide’s text nor the level of its heading', async () => {
  const [slide] = await parseDeck('---\nlayout: cover\n---\n\n## [Pros]{color=green}\n\ntext')
  expect(slide?.content).toBe('## [Pros]{color=green}\n\ntext')
  expect(slide?.level).toBe(2)
  expect(slide?.frontmatter).toEqual({ layout: 'cover', title: 'Pros' })
})

it('adds nothing to the frontmatter of a slide whose title is plain', async () => {
  const [slide] = await parseDeck('---\nlayout: cover\n---\n\n# Plain')
  expect(slide?.frontmatter).toEqual({ layout: 'cover' })
})

async function parseDeck(markdown: string) {
  const extensions = await preparser({ filepath: 'slides.md', headmatter: {}, mode: 'build' })
  return (await parse(markdown, 'slides.md', extensions)).slides
}
