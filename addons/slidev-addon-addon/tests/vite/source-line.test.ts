import { readFileSync } from 'node:fs'

import { parse } from '@slidev/parser/core'
import { expect, it } from 'vitest'

import { toFileLine } from '../../vite/markdown-plugins.ts'

const HEADMATTER = '---\ntitle: A talk\n---\n\n'

const DECKS: [name: string, markdown: string, slides: number][] = [
  ['a headmatter', `${HEADMATTER}# One\n\ntext\n\n---\n\n# Two\nx`, 2],
  ['no headmatter', '# One\n\n---\n\n# Two\n', 2],
  ['blank lines before the first slide', '\n\n\n# One\n\n---\n# Two', 2],
  ['blank lines before a slide', `${HEADMATTER}# One\n\n---\n\n\n\n\n# Two\n\nx\n`, 2],
  ['spaces before a slide', `${HEADMATTER}# One\n\n---\n  \n   indented\n\tx\n`, 2],
  ['frontmatter', `${HEADMATTER}# One\n\n---\nlayout: cover\nclass: a\n---\n\n\n# Two\n\nx`, 2],
  ['frontmatter that touches its text', '---\na: 1\n---\n# One\n\n---\nlayout: x\n---\n# Two\n', 2],
  ['frontmatter in a code block', `# One\n\n---\n\n\`\`\`yaml\na: 1\nb: 2\n\`\`\`\n\n# Two\nx`, 2],
  ['a code block of YAML further down', '# One\n\n---\n\n# Two\n\n```yaml\na: 1\n```\n\nx', 2],
  ['frontmatter without text', '# One\n\n---\nlayout: cover\n---\n\n---\n\n# Three\n', 3],
  ['a rule line as first line', '---\n\n# One\n\n---\n\n# Two', 2],
  ['separators in code', '# One\n\n```md\n---\nx: 1\n---\n```\n\n---\n\n# Two', 2],
  ['separators in a comment', '# One\n\n<!--\n\n---\n\nx\n-->\n\nx\n\n---\n\n# Two', 2],
  [
    'notes',
    `${HEADMATTER}# One\n\n<!--\nNote\n-->\n\n---\n\n# Two\n\n<!-- a -->\n\nx\n\n<!-- b -->`,
    2,
  ],
]

it.each(DECKS)('finds each line of a deck with %s', async (_name, markdown, slides) => {
  expect(await listLines(markdown)).toHaveLength(slides)
})

it('finds each line of a deck with Windows line ends', async () => {
  const lines = await listLines(
    '---\r\ntitle: x\r\n---\r\n\r\n# One\r\n\r\n---\r\na: 1\r\n---\r\n\r\n# Two\r\nx\r\n',
  )
  expect(lines).toEqual([[5], [11, 12]])
})

it('finds each line of the author’s deck', async () => {
  const lines = await listLines(readFileSync('tests/fixtures/seed/slides.md', 'utf8'))
  expect(lines).toHaveLength(46)
  expect(lines.flat().length).toBeGreaterThan(300)
})

/** Lists the line numbers of each slide's text, and expects the file to have that text there. */
async function listLines(markdown: string): Promise<number[][]> {
  const file = markdown.split(/\r?\n/)
  const { slides } = await parse(markdown, 'slides.md')
  return slides.map((slide) =>
    (slide.content ? slide.content.split('\n') : []).map((text, index) => {
      const line = toFileLine(slide, index)
      // The first line is trimmed at its start, the last one at its end.
      expect(file[line - 1]?.trim(), `line ${line}`).toBe(text.trim())
      return line
    }),
  )
}
