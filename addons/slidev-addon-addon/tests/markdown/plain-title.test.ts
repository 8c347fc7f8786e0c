import { createMarkdownExit } from 'markdown-exit'
import { describe, expect, it } from 'vitest'

import { escapeTitle, findHeading, toPlainTitle } from '../../markdown/plain-title.ts'
import { readPage } from './page.ts'

describe('toPlainTitle', () => {
  it.each([
    ['Pros', 'Pros'],
    ['[Pros]{color=green}', 'Pros'],
    ['[Pros]<color=green> and [cons]{color=red .font-bold}', 'Pros and cons'],
    ['[Pros]{color=nope}', 'Pros'],
    ['[**a** [b]{color=red}]{color=green}', 'a b'],
    [
      '**Synthetic data generation: Execution feedback**',
      'Synthetic data generation: Execution feedback',
    ],
    ['*a* ~~b~~ __c__', 'a b c'],
    ['`<Toc>` and snake_case', '<Toc> and snake_case'],
    ['`**a**`', '**a**'],
    ['[a](https://b.c "d") e', 'a e'],
    ['<https://a.b>', 'https://a.b'],
    ['![a](b.png) c', 'a c'],
    ['Heading ![a](/a.png){height=30px} pic', 'Heading a pic'],
    ['![a](/a.png){.b #c}{height=30px}', 'a{height=30px}'],
    ['a [link](https://b.c){color=red}', 'a link'],
    ['a<br>b <span class="c">d</span>', 'ab d'],
    ['$a_1 * b_2 * c$ and *d*', '$a_1 * b_2 * c$ and d'],
    ['$[a]{color=red}$', '$[a]{color=red}$'],
    ['costs $5', 'costs $5'],
    [String.raw`\*a\* &amp; b &lt;`, '*a* & b <'],
    ['Q & A', 'Q & A'],
    ['  a   b  ', 'a b'],
    ['{{ $page }}', '{{ $page }}'],
    ['[a]{.b} [c]', '[a]{.b} [c]'],
    ['第一章 [紅]{color=red}', '第一章 紅'],
    ['', ''],
  ])('makes %j the plain text %j', (typed, plain) => {
    expect(toPlainTitle(typed)).toBe(plain)
  })
})

describe('findHeading', () => {
  it.each([
    ['# One', 'One'],
    ['x\n\n##  Two \n\n# Three', 'Two'],
    ['```sh\n# no\n```\n\n# yes', 'yes'],
    ['# **a** [b]{color=red}', '**a** [b]{color=red}'],
    ['no heading', undefined],
    ['#no', undefined],
    ['', undefined],
  ])('finds in %j the heading %j', (content, heading) => {
    expect(findHeading(content)).toBe(heading)
  })
})

describe('escapeTitle', () => {
  it.each([
    '<Toc> and snake_case',
    'a * b * c, **d**, `e`, ~~f~~',
    '[a](b) ![c](d) [e]{color=red}',
    '&amp; <b>c</b> <!-- d -->',
    '1. a',
    '1) a',
    '- a',
    '+ a',
    '> a',
    '# a',
    '---',
    '===',
    '~~~',
    '::right::',
    '| a | b |',
    'http://a.b and c@d.e',
    String.raw`a \ b \* c`,
    'a "b" \'c\' (d), e: f; g? h! i% j^ k@ l/ m+ n=',
    'plain words',
  ])('lets Markdown render %j as that text', (title) => {
    const html = createMarkdownExit({ html: true, linkify: true }).render(escapeTitle(title))
    expect(readPage(html)).toEqual({ elements: [{ tag: 'p', attributes: [] }], text: title })
  })

  it('keeps math as typed', () => {
    expect(escapeTitle('$a_1$, b_1 and $c_1 * d$')).toBe(String.raw`$a_1$\, b\_1 and $c_1 * d$`)
  })

  it.each(['{{ a }}', '{{{ a }}}', '{{{{'])('leaves Vue no expression in %j', (title) => {
    const html = createMarkdownExit({ html: true }).render(escapeTitle(title))
    expect(html).not.toContain('{{')
    expect(html.replaceAll('<!-- -->', '')).toBe(`<p>${title}</p>\n`)
  })
})
