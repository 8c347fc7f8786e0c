// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'

import { composeSection } from '../../../client/reading/article/compose-section.ts'
import { readRecord } from '../../../client/search/slide-record.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

/** Composes the section of a slide with a content. */
function compose(html: string, number = 7): HTMLElement {
  const slide = document.createElement('div')
  slide.dataset['slidevNo'] = String(number)
  slide.innerHTML = html
  document.body.append(slide)
  return composeSection({
    number,
    title: '',
    box: new DOMRect(0, 0, 980, 552),
    elements: [slide],
    noteHtml: '',
    href: `/${number}`,
    slideOf: () => undefined,
  })
}

/** Gives elements their boxes, which this environment has none of. */
function measureBy(measure: (element: Element) => DOMRect): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(
    this: Element,
  ) {
    return measure(this)
  })
}

/** Returns what a section has below its heading. */
function contentOf(section: Element): string {
  return [...section.children]
    .slice(1)
    .map(({ outerHTML }) => outerHTML.replaceAll(/\s+/g, ' '))
    .join('')
}

describe('headings', () => {
  it.each([
    [1, '<h1>One</h1><h1>Two</h1><h2>Three</h2>', ['h1 One', 'h2 Two', 'h3 Three']],
    [2, '<h1>One</h1><h1>Two</h1><h2>Three</h2>', ['h2 One', 'h3 Two', 'h4 Three']],
    [2, '<h2>One</h2><h4>Two</h4><h6>Three</h6>', ['h2 One', 'h3 Two', 'h4 Three']],
  ])('of slide %d have levels without gaps below its title: %s', (number, html, expected) => {
    const headings = compose(html, number).querySelectorAll('h1, h2, h3, h4, h5, h6')
    expect([...headings].map((each) => `${each.localName} ${each.textContent}`)).toEqual(expected)
  })

  it('keep their pictures in the line, however large, with their names', () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(0, 0, 800, 400),
    )
    const section = compose(
      '<h1>Pic <img src="/sea.png" alt="a sea"> end</h1><h2>Sub <img src="/sea.png" alt="b"></h2>',
    )
    expect(section.querySelector('h2 > img')?.getAttribute('alt')).toBe('a sea')
    expect(section.querySelector('h3 > img')?.getAttribute('alt')).toBe('b')
    expect(section.querySelector('figure, details')).toBeNull()
  })

  it.each([
    [0, 'no tab stop with a formula that fits', '-1'],
    [800, 'a tab stop with one that may have to be scrolled', '0'],
  ])('with a formula of %d px is %s', (width, _, tabindex) => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(0, 0, width, 20),
    )
    const section = compose(
      '<h1>On <span class="katex" style="font-size: 20px"><span class="katex-html"><span>x</span></span></span></h1>',
    )
    expect(section.querySelector('h2')?.getAttribute('tabindex')).toBe(tabindex)
    expect(section.querySelector('[role=group]')).toBeNull()
  })
})

describe('parts of a line that are boxes on their slide', () => {
  it.each([
    ['inline', '<p><a href="/a">a</a><b>b</b></p>', '<p><a href="/a">a</a><b>b</b></p>'],
    [
      'one below the other',
      '<div style="display: grid">a<code style="display: block">b</code><select style="display: block"><option>c</option><option selected>d</option></select></div>',
      '<p>a</p><p><code>b</code></p><p>d</p>',
    ],
    ['alone', '<ul><li><a style="display: block">a</a></li></ul>', '<ul><li><a>a</a></li></ul>'],
  ])('do not run together: %s', (_, html, expected) => {
    expect(contentOf(compose(html))).toBe(expected)
  })

  it.each([
    ['with room between them are words of their own', 8, '<p><a>a</a> <b>b</b></p>'],
    ['without are one word', 0, '<p><a>a</a><b>b</b></p>'],
  ])('in a row, %s', (_, room, expected) => {
    const row = '<div style="display: flex; flex-direction: row">'
    measureBy(({ localName }) => new DOMRect(localName === 'b' ? 40 + room : 0, 0, 40, 20))
    const parts = '<a style="display: block">a</a><b style="display: block">b</b>'
    expect(contentOf(compose(`${row}${parts}</div>`)).replaceAll('  ', ' ')).toBe(expected)
  })
})

it('a group of code has each of its tabs, below its title', () => {
  const section = compose(
    '<div class="slidev-code-group"><div class="slidev-code-group-tabs">npm pip</div>' +
      '<div class="slidev-code-wrapper" data-title="npm ~i-logos:npm~"><pre>npm i</pre></div>' +
      '<div class="slidev-code-wrapper" style="display: none" data-title="pip"><pre>pip i</pre></div></div>',
  )
  const parts = [...section.querySelectorAll('.lectern-tab, pre')]
  expect(parts.map(({ textContent }) => textContent)).toEqual(['npm', 'npm i', 'pip', 'pip i'])
})

describe('steps that replace one another', () => {
  const state = (start: number, isShown: boolean): string =>
    `<div class="slidev-vclick-target ${isShown ? '' : 'slidev-vclick-display-none'}"` +
    ` style="display: ${isShown ? 'block' : 'none'}" data-slidev-clicks-start="${start}">state ${start}</div>`

  it.each([
    ['shown at the last click', [state(1, false), state(2, true)]],
    ['shown last where none is shown at the end', [state(1, false), state(2, false)]],
  ])('are there by the one that is %s', (_, states) => {
    expect(contentOf(compose(`<div>${states.join('')}</div>`))).toBe('<p>state 2</p>')
  })

  it.each([
    ['gone', 0, '<p>answer</p>'],
    ['there where both have their own place', 300, '<p>question</p><p>answer</p>'],
  ])('a text that hides as another one comes is %s', (_, top, expected) => {
    measureBy(({ textContent }) => new DOMRect(0, textContent === 'answer' ? top : 0, 400, 30))
    const section = compose(
      '<p class="slidev-vclick-target slidev-vclick-hidden slidev-vclick-hidden-explicitly" data-slidev-clicks-start="2">question</p>' +
        '<p class="slidev-vclick-target" data-slidev-clicks-start="2">answer</p>',
    )
    expect(contentOf(section)).toBe(expected)
  })

  it.each([
    ['an arrow', '<svg class="slidev-vclick-target" data-slidev-clicks-start="2"></svg>', 30],
    ['a frame', '<div class="slidev-vclick-target" data-slidev-clicks-start="2"></div>', 30],
    ['a large box', '<p class="slidev-vclick-target" data-slidev-clicks-start="2">box</p>', 300],
  ])('a text that hides as %s comes over it stays', (_, coming, height) => {
    measureBy(({ textContent }) => new DOMRect(0, 0, 400, textContent === 'said' ? 30 : height))
    const hiding =
      '<p class="slidev-vclick-target slidev-vclick-hidden slidev-vclick-hidden-explicitly" data-slidev-clicks-start="2">said</p>'
    expect(contentOf(compose(hiding + coming))).toContain('said')
  })

  it('give the section the title of the last one, and are found by the words of the others', () => {
    const states = [state(1, false), state(2, true)].map((html, index) =>
      html.replace(/state \d/, `<h1>Title ${index}</h1>Body ${index}`),
    )
    const section = compose(`<div>${states.join('')}</div>`)
    expect(section.querySelector('h2')?.textContent).toBe('Title 1')
    expect(contentOf(section)).toBe('<p>Body 1</p>')
    expect(readRecord(section)).toMatchObject({
      title: 'Title 1',
      text: 'Body 1 · Title 0 Body 0',
    })
  })

  it('do not bring what is hidden anyway', () => {
    const section = compose(
      '<div class="slidev-vclick-target"><p style="display: none">never shown</p><p>a</p></div>',
    )
    expect(contentOf(section)).toBe('<p>a</p>')
  })

  it('a text that only hides stays', () => {
    const section = compose(
      '<p class="slidev-vclick-target slidev-vclick-hidden slidev-vclick-hidden-explicitly" data-slidev-clicks-start="2">said</p>',
    )
    expect(contentOf(section)).toBe('<p>said</p>')
  })
})

describe('controls', () => {
  it.each([
    [
      '<button title="Run code"><span class="sr-only" style="position: absolute">Run code</span><div></div></button>',
      '',
    ],
    ['<button style="display: block">count 2</button>', '<p>count 2</p>'],
    ['<select><option>first</option><option selected>second</option></select>', '<p>second</p>'],
    ['<textarea>one\ntwo</textarea>', '<p>one<br>two</p>'],
  ])('of %s say what is seen', (html, expected) => {
    expect(contentOf(compose(html)).replaceAll(/ (?=<\/p>)/g, '')).toBe(expected)
  })
})

it('keeps the lines of moving code apart, without their numbers', () => {
  const section = compose(
    '<pre><span class="shiki-magic-move-line-number">1 </span><span>zebra</span><br><span>yak</span></pre>',
  )
  expect(section.querySelector('pre')?.textContent).toBe('zebra\nyak')
})

it('names boxes that scroll by what they hold, no two alike', () => {
  const section = compose(
    '<h1>On $x$</h1><pre>a</pre><pre>b</pre><table><caption>Ages</caption><tbody><tr><td>1</td></tr></tbody></table>',
  )
  const names = [...section.querySelectorAll('[role=group]')].map(
    (box) => box.ariaLabel ?? box.getAttribute('aria-label'),
  )
  expect(names).toEqual(['Code 1, slide 7', 'Code 2, slide 7', 'Ages, slide 7'])
})
