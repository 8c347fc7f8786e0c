import { expect, it } from 'vitest'

import { toVisibleText } from '../../deck/visible-text.ts'

it.each([
  ['emphasis within a word', '**D**irect <b>P</b>reference', 'Direct Preference'],
  ['code and math', '`x` is $2$', 'x is 2'],
  ['a link', 'see [the paper](https://example.com/a) for more', 'see the paper for more'],
  ['a link with brackets', '[a [1] b](/c) d', '[a [1] b] d'],
  ['spans within spans', '[a [b]{color=red}]<color=blue> c', 'a b c'],
  ['an image with its size', 'a ![b](/c.png){width=70%} d', 'a  d'],
  ['a linked image', '[![a](/b.png)](/c) d', ' d'],
  ['a comment', 'a <!-- b --> c', 'a  c'],
  ['a tag with > in it', '<div title="a > b">c</div>', ' c '],
  ['neighboring elements', '<li>a</li><li>b</li>', ' a  b '],
  ['brackets of the text', 'f[0] < g(1)', 'f[0] < g(1)'],
])('keeps the words of %s', (_what, markdown, words) => {
  expect(toVisibleText(markdown)).toBe(words)
})

it.each(['<!--\na\n-->', '<div\n  class="a"\n>', '![a\nb](/c.png)', '[a\nb]{color=red}'])(
  'leaves every line where it is after %j',
  (markdown) => {
    expect(toVisibleText(`${markdown}\nend`).split('\n').indexOf('end')).toBe(
      markdown.split('\n').length,
    )
  },
)
