// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'

import { inspectRawMarkup, LOST_FOOTNOTE } from '../../../page/checks/colors.ts'
import type { Observation } from '../../../page/observation.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

function inspect(html: string): Observation[] {
  document.body.innerHTML = html
  const root = document.body
  const edge = { left: 0, top: 0, right: 980, bottom: 552 }
  const lines = [...root.querySelectorAll('*')].map((element) => ({
    text: element.textContent,
    nth: 0,
    element,
    ink: edge,
  }))
  const view = { root, number: 1, edge, scale: 1, lines, graphics: [] }
  return inspectRawMarkup(view)
}

/** Returns the quotations of what is seen on a slide with this HTML. */
function seenOn(html: string): string[] {
  return inspect(html).map(({ seen }) => /"(.*)"/.exec(seen)?.[1] ?? '')
}

/** Returns the references that lead to the lines of the markup, the best one first. */
function referencesOn(html: string): (string | undefined)[] {
  return inspect(html).map(({ hint }) => hint.reference)
}

describe('raw markup', () => {
  it.each([
    ['of a span', '<p>the [best]{color=red} value</p>', '[best]{color=red}'],
    ['with angle brackets', '<p>the [best]&lt;color=red&gt; value</p>', '[best]<color=red>'],
    ['in British spelling', '<p>[best]{colour=red}</p>', '[best]{colour=red}'],
    ['in capitals', '<p>[best]{Color=RED}</p>', '[best]{Color=RED}'],
    ['of a class alone', '<p>[best]{.bold}</p>', '[best]{.bold}'],
    ['of an image, without its end', '<p><img src="/a.png">{width=40%</p>', '{width=40%'],
    ['over paragraphs', '<p>[one</p><p>two]{color=red}</p>', '{color=red}'],
    ['with a class', '<p>[best]{.bold color=red}</p>', '[best]{.bold color=red}'],
    ['of a span with bold text', '<p>[<b>best</b>]{color=red}</p>', '[best]{color=red}'],
    ['behind a link', '<p><a href="/">text</a>{color=red}</p>', '{color=red}'],
    ['behind bold text', '<p><b>text</b>{color=red}</p>', '{color=red}'],
    [
      'behind a link, with angle brackets',
      '<p><a href="/">t</a>&lt;color=red&gt;</p>',
      '<color=red>',
    ],
    ['in a link', '<p><a href="/">[text]{color=red}</a></p>', '[text]{color=red}'],
    ['in a cell', '<table><tr><td>[cell]{color=red}</td></tr></table>', '[cell]{color=red}'],
    ['in an item', '<ul><li>[item]{color=red}</li></ul>', '[item]{color=red}'],
    ['in a heading', '<h1>[word]{color=red}</h1>', '[word]{color=red}'],
    ['of a width', '<p><img src="/a.png">{width=40%}</p>', '{width=40%}'],
    ['of a height in a heading', '<h1>A <img src="/a.png">{height=30px} b</h1>', '{height=30px}'],
    ['of a size and a class', '<p><img src="/a.png">{.b width=40%}</p>', '{.b width=40%}'],
    ['of a style', '<p><img src="/a.png">{style="width:10px"}</p>', '{style="width:10px"}'],
    ['of a refused attribute', '<p><img src="/a.png">{onclick=alert(1)}</p>', '{onclick=alert(1)}'],
    ['of a class', '<p><img src="/a.png">{.rounded}</p>', '{.rounded}'],
    ['of an id', '<p><img src="/a.png"> {#plate}</p>', '{#plate}'],
    ['of a linked image', '<p><a href="/"><img src="/a.png">{.b}</a></p>', '{.b}'],
  ])('is found %s', (_what, html, markup) => {
    expect(seenOn(html)).toEqual([markup])
  })

  it.each([
    ['code', '<p>the <code>[best]{color=red}</code> value</p>'],
    ['a block of code', '<pre><code>[best]{color=red}\n![](/a.png){width=40%}</code></pre>'],
    ['a key', '<p><kbd>{width=40%}</kbd></p>'],
    ['a formula', '<p><span class="katex">{color=red}</span></p>'],
    ['text around code', '<p>[<code>a</code>] {<code>color</code>=red}</p>'],
    ['a diagram', '<svg><text>[a]{color=red}</text></svg>'],
    ['braces', '<p>{1}{2}, {Apache 2.0}, {}, { a: 1 }, f{x}</p>'],
    ['an equation in braces', '<p>the set {x = 1} and {a=b}</p>'],
    ['braces behind an image', '<p><img src="/a.png">{b} <img src="/a.png">{}</p>'],
    ['brackets', '<p>[1] and [ ] and [a](b)</p>'],
    ['words', '<p>the color=red, the width=40%</p>'],
  ])('is not found in %s', (_what, html) => {
    expect(seenOn(html)).toEqual([])
  })

  it('of a block is found, with the setting that it needs', () => {
    const found = inspect(
      '<p>::code-group{sync=a}</p><pre><code>::b</code></pre><p>one\n::two\nstd::move</p>',
    )
    expect(found.map(({ hint, seen, fix }) => [hint.reference, seen, fix])).toEqual(
      ['::code-group{sync=a}', '::two'].map((markup) => [
        markup,
        `the markup "${markup}" is shown as text`,
        'Set `comark: true` in the headmatter, which makes a block of it, or put it in code.',
      ]),
    )
  })

  it('has the word before it, which tells its line', () => {
    expect(referencesOn('<p>one two]{color=red} <b>three</b>{color=blue}</p>')).toEqual([
      'two]{color=red}',
      'three{color=blue}',
    ])
  })

  it('is found once for each markup', () => {
    expect(seenOn('<p>[a]{color=red}</p><p>[a]{color=red} [b]{color=red}</p>')).toEqual([
      '[a]{color=red}',
      '[b]{color=red}',
    ])
  })
})

describe('a footnote that Comark makes a span of', () => {
  it('is found with the word before it, and what gives a footnote', () => {
    const [found] = inspect('<p>one word.<span data-v-1a2b>^1</span> and other</p>')
    expect(found).toMatchObject({
      hint: { reference: 'word.[^1]', alternatives: ['[^1]'], nth: 0 },
      kind: LOST_FOOTNOTE,
      severity: 'error',
      seen: 'the footnote "[^1]" is shown as the text "^1", and its note is lost',
      fix: 'Write the note in its place, `word^[the note]`, or remove `comark: true` from the headmatter.',
    })
  })

  it('has its number among equal ones', () => {
    const cell = '<td>a<span>^1</span></td>'
    const found = inspect(`<table><tr>${cell}<td>b<span>^1</span></td>${cell}</tr></table>`)
    expect(found.map(({ hint }) => [hint.reference, hint.nth])).toEqual([
      ['a[^1]', 0],
      ['b[^1]', 0],
      ['a[^1]', 1],
    ])
  })

  it.each([
    ['a span with a class', '<p><span class="up">^1</span></p>'],
    ['code', '<pre><code><span>^1</span></code></pre>'],
    ['a formula', '<p><span class="katex"><span>^1</span></span></p>'],
    ['other spans', '<p><span>1</span> <span>^</span> <span>^ 1</span> <span>2^1</span></p>'],
    ['text', '<p>x^1</p>'],
  ])('is not found in %s', (_what, html) => {
    expect(inspect(html)).toEqual([])
  })
})

it('finds a span whose color browsers ignore', () => {
  expect(seenOn('<p>the <span color="red">best</span></p>')).toEqual([
    'best" is not colored: browsers ignore color="red',
  ])
})
