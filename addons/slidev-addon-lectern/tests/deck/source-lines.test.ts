import { describe, expect, it } from 'vitest'

import { findLine, firstLine, plainName } from '../../deck/source-lines.ts'
import { slideOf } from '../harness/deck-source.ts'

const SLIDE = slideOf(`
# A **bold** [red]{color=red} title

- the same words
- see [the paper](https://example.com/the-paper.pdf) for more
- the same words

<div class="grid"
     title="the same words">
  <b>in</b> raw HTML
</div>

![what it shows](/an-image.png){width=70%}
<img src="/an-image.png" alt="">

Write to <ada@example.com>, or see <https://example.org>.
`)

describe('the line a hint on the slide comes from', () => {
  it.each([
    ['A bold red title', 0, 2],
    ['the same words', 0, 4],
    ['the same words', 1, 6],
    ['see the paper for more', 0, 5],
    ['the paper', 0, 5],
    ['in raw HTML', 0, 10],
    ['https://example.org', 0, 16],
    ['ada@example.com', 0, 16],
    ['Figure 1: in raw HTML', 0, 10],
  ])('finds “%s”, number %i of its kind, on line %i', (text, nth, line) => {
    expect(findLine(SLIDE, { text, nth })).toBe(line)
  })

  it.each([
    ['/an-image.png', 0, 13],
    ['/an-image.png', 1, 14],
    ['/talks/x/assets/an-image-B2xk_9Az.png', 0, 13],
    ['https://example.com/the-paper.pdf', 0, 5],
    ['https://example.org/', 0, 16],
  ])('finds the reference %s, number %i of its kind, on line %i', (reference, nth, line) => {
    expect(findLine(SLIDE, { reference, nth })).toBe(line)
  })

  it('takes the slide’s first line for what only a component or the theme shows', () => {
    expect(findLine(SLIDE, { text: 'Confidential' })).toBe(2)
    expect(firstLine(slideOf(''))).toBe(1)
  })

  it('finds what stands in the frontmatter', () => {
    const frontmatterLines = [
      { number: 7, text: '---' },
      { number: 8, text: 'background: /ground.jpg' },
    ]
    expect(findLine({ ...SLIDE, frontmatterLines }, { reference: '/ground.jpg' })).toBe(8)
  })
})

it('takes folder, query and hash from a built file’s name', () => {
  expect(plainName('/assets/an-image-B2xk_9Az.png?v=1#x')).toBe('an-image.png')
  expect(plainName('/an-image.png')).toBe('an-image.png')
})
