// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { readRecord } from '../../../client/search/slide-record.ts'
import type { SlideRecord } from '../../../client/search/slide-record.ts'

/** A formula as KaTeX draws it. */
const formula = (tex: string): string =>
  `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow>` +
  `<annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span>` +
  `<span class="katex-html" aria-hidden="true">drawn</span></span>`

/** Reads a section with a title and a content. */
function read(content: string, title = 'Title'): SlideRecord {
  const section = document.createElement('section')
  section.dataset['slide'] = '12'
  section.innerHTML = `<div class="lectern-heading"><h2>${title}</h2><a class="lectern-place">12</a></div>${content}`
  return readRecord(section)
}

it('reads each kind of text once', () => {
  const record = read(
    '<p>Some <b>bold</b> words.</p><figure><img alt="A cat"></figure>' +
      `<pre><code><span class="line">const a = 1</span>\n<span class="line">b()</span></code></pre><p>${formula(String.raw`\alpha`)}</p>`,
  )
  expect(record).toEqual({
    slide: 12,
    title: 'Title',
    text: 'Some bold words.',
    alt: 'A cat',
    code: 'const a = 1 b()',
    formulas: String.raw`\alpha`,
  })
})

describe('the title', () => {
  it('has its formulas and the names of its images, which are nowhere else', () => {
    const record = read('', `Loss ${formula('L')} of <img alt="Llama">`)
    expect(record).toMatchObject({ title: 'Loss L of Llama', text: '', alt: '', formulas: '' })
  })

  it('has its lines apart, and not the descriptions of its images', () => {
    const description = '<details class="lectern-description">Description</details>'
    expect(read('', `Alpha<br>beta ${description}`).title).toBe('Alpha beta')
  })

  it('is empty in a section without a heading', () => {
    const section = document.createElement('section')
    section.innerHTML = '<p>Words</p>'
    expect(readRecord(section)).toMatchObject({ title: '', text: 'Words' })
  })
})

describe('the text', () => {
  it.each([
    ['<ul><li>One</li><li>Two</li></ul>', 'One · Two'],
    ['<p>Ends.</p><p>Begins</p>', 'Ends. Begins'],
    ['<table><tr><th>A</th><td>1</td></tr></table>', 'A · 1'],
    ['<p>one<br>two</p>', 'one · two'],
    [
      '<p>H<sub>2</sub>O and 10<sup>25</sup> and a note<sup>1</sup></p>',
      'H2O and 10^25 and a note1',
    ],
    [`<p>where ${formula('x')} is</p>`, 'where … is'],
    ['<p>call <code>readAll()</code> first</p>', 'call readAll() first'],
    ['<p>soft\u00ADhy\u200Bphen  and\n space</p>', 'softhyphen and space'],
    ['<p>cafe\u0301</p>', 'café'],
    ['<aside><p>A public note</p></aside>', 'A public note'],
  ])('of %s is %s', (html, text) => {
    expect(read(html).text).toBe(text)
  })

  it.each([
    '<span class="lectern-for-readers">again</span>',
    '<details class="lectern-description"><summary>Description</summary><p>again</p></details>',
    '<button>Copy</button>',
    '<span aria-hidden="true">again</span>',
    '<p hidden>again</p>',
    '<script>again</script>',
    '<style>again</style>',
    '<lectern-figure>again</lectern-figure>',
  ])('leaves out %s', (html) => {
    expect(read(html).text).toBe('')
  })
})

describe('alternative texts', () => {
  it('are those of images and drawings, each once', () => {
    const record = read(
      '<img alt="A cat"><img alt="A cat"><img alt=""><video aria-label="A dog"></video>' +
        '<svg role="img" aria-label="A chart"><title>A chart</title><text>Axis</text></svg>' +
        '<svg><title>A tree</title><defs><text>a</text></defs></svg><span role="img" aria-label="A star"></span>',
    )
    expect(record.alt).toBe('A cat · A dog · A chart · A tree · A star')
    expect(record.text).toBe('Axis')
  })
})

it('keeps lines of code apart that end with an element', () => {
  expect(read('<pre><span>zebra</span><br><span>yak</span></pre>').code).toBe('zebra yak')
})

it('takes a formula without TeX as it is written', () => {
  expect(read('<p><math><mi>y</mi></math></p>').formulas).toBe('y')
})
